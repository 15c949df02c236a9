package com.interspace.escalation.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** The bytes of a document in one form, known by their own SHA-256. */
@Entity
public class Rendition {

    @Id
    private String sha256;

    private String number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private byte[] bytes;

    protected Rendition() {}

    public Rendition(String number, Kind kind, byte[] bytes, String sha256) {
        this.number = number;
        this.kind = kind;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public byte[] bytes() {
        return bytes;
    }

    public String sha256() {
        return sha256;
    }
}
