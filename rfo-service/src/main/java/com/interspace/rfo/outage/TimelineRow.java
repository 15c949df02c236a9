package com.interspace.rfo.outage;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * One event that may stand in the timeline of an RFO: what happened, when, in words that the customer may read. There is
 * no row without its event, and one event never makes two.
 */
@Entity
public class TimelineRow {

    /** Who told it. */
    public enum Source {
        TICKET,
        ESCALATION,
        /** A message that reached its receiver. */
        COMMUNICATION
    }

    @Id
    private String eventId;

    private String ticketId;
    private Instant at;
    private long sequence;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String text;

    protected TimelineRow() {}

    /** @param sequence the aggregate's version in the event; orders events of one instant */
    public TimelineRow(String eventId, String ticketId, Instant at, long sequence, Source source, String text) {
        this.eventId = eventId;
        this.ticketId = ticketId;
        this.at = at;
        this.sequence = sequence;
        this.source = source;
        this.text = text;
    }

    public String eventId() {
        return eventId;
    }

    public String ticketId() {
        return ticketId;
    }

    public Instant at() {
        return at;
    }

    public long sequence() {
        return sequence;
    }

    public Source source() {
        return source;
    }

    public String text() {
        return text;
    }
}
