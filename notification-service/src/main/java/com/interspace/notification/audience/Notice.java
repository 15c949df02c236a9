package com.interspace.notification.audience;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/**
 * Something that happened and that somebody has to be told. It is written down when its event arrives. When the
 * event names somebody or something that has not arrived yet (another topic), the notice says what it waits for and
 * is completed when that comes.
 */
@Entity
@Table(name = "notice")
public class Notice {

    @Id
    @Column(name = "event_id")
    private String eventId;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "service_id")
    private String serviceId;

    @Column(name = "ticket_id")
    private String ticketId;

    private String account;

    @Column(name = "actor_id")
    private String actorId;

    @Column(name = "actor_party")
    private String actorParty;

    private Facts facts;

    /** The trace that its event belongs to, a line of W3C Trace Context; null when there is none. */
    @Column(name = "trace_parent")
    private String traceParent;

    @Column(name = "waits_for")
    private String waitsFor;

    protected Notice() {}

    /**
     * @param serviceId the service that it is about, or null
     * @param ticketId the ticket that it is about, or null
     */
    public Notice(
            String eventId,
            Occasion occasion,
            Instant happenedAt,
            String serviceId,
            String ticketId,
            String account,
            Actor by,
            Facts facts) {
        this.eventId = eventId;
        this.occasion = occasion;
        this.happenedAt = happenedAt;
        this.serviceId = serviceId;
        this.ticketId = ticketId;
        this.account = account;
        this.actorId = by.id();
        this.actorParty = by.party();
        this.facts = facts;
    }

    /** Goes on in the trace of its event, also when it is completed later. */
    public void belongsToTrace(String line) {
        traceParent = line;
    }

    /** Names the service of an event that named only its ticket. */
    public void isAbout(String service) {
        serviceId = service;
    }

    /** Notes what has not arrived yet; nothing when everybody could be named. */
    public void waitFor(Set<String> missing) {
        waitsFor = missing.isEmpty() ? null : String.join(", ", missing);
    }

    public String eventId() {
        return eventId;
    }

    public Occasion occasion() {
        return occasion;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public String serviceId() {
        return serviceId;
    }

    public String ticketId() {
        return ticketId;
    }

    public String account() {
        return account;
    }

    public Actor by() {
        return new Actor(actorId, actorParty);
    }

    public Facts facts() {
        return facts;
    }

    public String traceParent() {
        return traceParent;
    }

    /** The note of a major incident that this one repeats, or is; null for anything else. */
    public String origin() {
        return facts.word("origin");
    }
}
