package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.document.Documents;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a document is ours; nothing of what stands in it. */
@Schema(name = "EscalationDocumentProof")
public record ProofView(String number, int version, Instant issuedAt, String kind, boolean superseded) {

    static ProofView of(Documents.Proof proof) {
        return new ProofView(
                proof.number(), proof.version(), proof.issuedAt(), proof.kind().toString(), proof.superseded());
    }
}
