package com.interspace.rfo.report;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The issued documents. */
public interface RfoDocuments {

    /**
     * What anybody may know who holds the bytes of a document.
     *
     * @param kind {@code pdf} or {@code json}
     * @param superseded whether a later version of it has been issued
     */
    record Proof(String number, int version, Instant issuedAt, String kind, boolean superseded) {}

    /** The name of a document and its fingerprints, without its bytes. */
    record Reference(String number, int version, String pdfSha256, String jsonSha256) {

        public static Reference to(RfoDocument document) {
            return new Reference(document.number(), document.version(), document.pdfSha256(), document.jsonSha256());
        }
    }

    void add(RfoDocument document);

    Optional<RfoDocument> ofRfo(UUID rfoId);

    /** By RFO, for those of these that have a document. */
    Map<UUID, Reference> references(Collection<UUID> rfoIds);

    /** @param sha256 of either form, 64 lower-case hexadecimal digits */
    Optional<Proof> proofOf(String sha256);
}
