package com.interspace.rfo.usecase;

import com.interspace.chassis.refusal.NotFound;
import com.interspace.rfo.report.RfoDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Anybody who holds a document asks whether it is ours, byte for byte. */
@ApplicationScoped
public class VerifyDocument {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final RfoDocuments documents;

    @Inject
    public VerifyDocument(RfoDocuments documents) {
        this.documents = documents;
    }

    /**
     * @param sha256 of the bytes, hexadecimal
     * @throws NotFound if no document was issued with this fingerprint
     */
    @Transactional
    public RfoDocuments.Proof verify(String sha256) {
        return Optional.of(sha256.toLowerCase(Locale.ROOT))
                .filter(text -> FINGERPRINT.matcher(text).matches())
                .flatMap(documents::proofOf)
                .orElseThrow(() -> new NotFound("RFO document", sha256));
    }
}
