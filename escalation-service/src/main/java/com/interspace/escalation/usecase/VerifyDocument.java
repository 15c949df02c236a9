package com.interspace.escalation.usecase;

import com.interspace.chassis.refusal.NotFound;
import com.interspace.escalation.document.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Locale;

/** Anybody who holds a document asks whether we issued these very bytes. */
@ApplicationScoped
public class VerifyDocument {

    private final Documents documents;
    private final InstantSource time;

    @Inject
    VerifyDocument(Documents documents, InstantSource time) {
        this.documents = documents;
        this.time = time;
    }

    /**
     * @param sha256 of the PDF or of its JSON twin, 64 hexadecimal digits
     * @throws NotFound when no document of ours has this fingerprint
     */
    @Transactional
    public Documents.Proof verify(String sha256) {
        return documents
                .proof(sha256.toLowerCase(Locale.ROOT), time.instant())
                .orElseThrow(() -> new NotFound("escalation document with the SHA-256", sha256));
    }
}
