package com.interspace.rfo.report;

import com.interspace.chassis.pdf.Sha256;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A published RFO in its two forms, printed once; the same bytes for ever. */
@Entity
@IdClass(RfoDocument.Key.class)
public class RfoDocument {

    /** One for each edition of a number. */
    public record Key(String number, int version) implements Serializable {}

    @Id
    private String number;

    @Id
    private int version;

    private UUID rfoId;
    private Instant issuedAt;
    private byte[] pdf;
    private byte[] json;
    private String pdfSha256;
    private String jsonSha256;

    protected RfoDocument() {}

    public RfoDocument(Rfo rfo, Report report, PrintedReport printed) {
        this.number = report.number();
        this.version = report.version();
        this.rfoId = rfo.id();
        this.issuedAt = report.publishedAt();
        this.pdf = printed.pdf();
        this.json = printed.json();
        this.pdfSha256 = Sha256.of(pdf);
        this.jsonSha256 = Sha256.of(json);
    }

    public String number() {
        return number;
    }

    public int version() {
        return version;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public byte[] pdf() {
        return pdf.clone();
    }

    public byte[] json() {
        return json.clone();
    }

    /** 64 lower-case hexadecimal digits, as the other one. */
    public String pdfSha256() {
        return pdfSha256;
    }

    public String jsonSha256() {
        return jsonSha256;
    }
}
