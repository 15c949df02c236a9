package com.interspace.escalation.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * The official document of one version of a service's matrix. It is numbered and printed once, when the version is
 * written; its bytes are the same for ever, and anybody who holds them can ask whether they are ours. The customer
 * confirms once that he has received it.
 */
@Entity
public class IssuedDocument {

    @Id
    private String number;

    private String serviceId;
    private int version;
    private String account;
    private Instant effectiveFrom;
    private Instant issuedAt;
    private String pdfSha256;
    private String jsonSha256;
    private Instant receiptConfirmedAt;
    private String receiptConfirmedBy;

    protected IssuedDocument() {}

    public static IssuedDocument of(OfficialDocument document, String pdfSha256, String jsonSha256) {
        IssuedDocument issued = new IssuedDocument();
        issued.number = document.number();
        issued.serviceId = document.serviceId();
        issued.version = document.version();
        issued.account = document.account();
        issued.effectiveFrom = document.effectiveFrom();
        issued.issuedAt = document.issuedAt();
        issued.pdfSha256 = pdfSha256;
        issued.jsonSha256 = jsonSha256;
        return issued;
    }

    /** @return false when the receipt had been confirmed before, which changes nothing */
    public boolean confirmReceipt(String by, Instant now) {
        if (receiptConfirmedAt != null) {
            return false;
        }
        receiptConfirmedAt = now;
        receiptConfirmedBy = by;
        return true;
    }

    public String number() {
        return number;
    }

    public String serviceId() {
        return serviceId;
    }

    public int version() {
        return version;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public String sha256(Kind kind) {
        return kind == Kind.PDF ? pdfSha256 : jsonSha256;
    }

    /** Null until the customer has confirmed. */
    public Instant receiptConfirmedAt() {
        return receiptConfirmedAt;
    }

    /** The id of the caller who confirmed; null until then. */
    public String receiptConfirmedBy() {
        return receiptConfirmedBy;
    }
}
