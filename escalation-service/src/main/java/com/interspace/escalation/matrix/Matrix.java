package com.interspace.escalation.matrix;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * One version of an escalation matrix, never changed once it is written. It belongs either to the contract of a
 * service, and then its customer has it as a document, or to the centre itself: the internal default, by template,
 * which tickets of all other services climb. In force is the highest version whose effective date has come; a ticket
 * keeps for ever the one that was in force when it was opened.
 */
@Entity
public class Matrix {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String serviceId;
    private String account;
    private String template;
    private int version;
    private Instant effectiveFrom;
    private Ladder levels;
    private String writtenBy;
    private Instant createdAt;

    protected Matrix() {}

    public static Matrix ofService(
            String serviceId, String account, int version, Instant effectiveFrom, Ladder ladder, Instant now) {
        Matrix matrix = new Matrix();
        matrix.serviceId = serviceId;
        matrix.account = account;
        matrix.version = version;
        matrix.effectiveFrom = effectiveFrom;
        matrix.levels = ladder;
        matrix.createdAt = now;
        return matrix;
    }

    /** Whether it stands in a customer's contract, so that the customer may see it. */
    public boolean isContractual() {
        return serviceId != null;
    }

    public boolean isInForce(Instant now) {
        return !effectiveFrom.isAfter(now);
    }

    public String serviceId() {
        return serviceId;
    }

    public String account() {
        return account;
    }

    public String template() {
        return template;
    }

    /** Whether a person wrote it, so that no release replaces it. */
    public boolean isOfTheDesk() {
        return writtenBy != null;
    }

    public int version() {
        return version;
    }

    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    public Ladder ladder() {
        return levels;
    }
}
