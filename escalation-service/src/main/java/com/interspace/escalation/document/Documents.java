package com.interspace.escalation.document;

import java.time.Instant;
import java.util.Optional;

/** Every document that was ever issued. */
public interface Documents {

    /** The next number of a year, such as {@code EM-2026-000001}; without gaps, one issuer at a time. */
    String nextNumber(int year);

    void add(IssuedDocument document, Rendition pdf, Rendition json);

    Optional<IssuedDocument> ofVersion(String serviceId, int version);

    Optional<Rendition> rendition(String sha256);

    /** What can be said to anybody about the document that has this fingerprint in one of its forms. */
    Optional<Proof> proof(String sha256, Instant now);

    /**
     * @param kind which form the fingerprint belongs to
     * @param superseded whether a later version is in force
     */
    record Proof(String number, int version, Instant issuedAt, Kind kind, boolean superseded) {}
}
