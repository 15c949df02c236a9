package com.interspace.ticketing.person;

import com.interspace.ticketing.ticket.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That a person was erased: who did it, when and why. It says nothing of the person but the ids that meant him. */
@Entity
public class Erasure {

    @Id
    private UUID id;

    private String account;
    private String contactId;
    private Instant at;
    private String byId;
    private String byName;
    private String reason;

    protected Erasure() {}

    public Erasure(String account, String contactId, String reason, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.contactId = contactId;
        this.reason = reason;
        this.byId = by.id();
        this.byName = by.name();
        this.at = at;
    }

    public String account() {
        return account;
    }

    public String contactId() {
        return contactId;
    }

    public Instant at() {
        return at;
    }

    public String byName() {
        return byName;
    }

    public String reason() {
        return reason;
    }
}
