package com.interspace.notification.audience;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * An issued document that goes with a message: named by an event, fetched from its owner when the message leaves.
 *
 * @param kind which service issued it
 * @param ownerId the service's id (matrix) or the RFO's id
 * @param version the version that the event is about
 * @param number what is printed on it
 * @param pdfSha256 the fingerprint of its bytes, lower-case hexadecimal
 */
@Embeddable
public record Document(
        @Enumerated(EnumType.STRING) @Column(name = "document_kind") Kind kind,
        @Column(name = "document_owner_id") String ownerId,
        @Column(name = "document_version") int version,
        @Column(name = "document_number") String number,
        @Column(name = "document_pdf_sha256") String pdfSha256) {

    public enum Kind {
        ESCALATION_MATRIX,
        RFO
    }

    /** The name of the attached file: letters, digits, dots and dashes only. */
    public String fileName() {
        return number.replaceAll("[^A-Za-z0-9.-]+", "-") + ".pdf";
    }

    /** Where anybody can check the fingerprint, below the public address. */
    public String verificationPath() {
        String desk = kind == Kind.RFO ? "/v1/rfo-documents/" : "/v1/escalation-documents/";
        return desk + pdfSha256;
    }
}
