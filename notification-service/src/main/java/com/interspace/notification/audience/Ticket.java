package com.interspace.notification.audience;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What we know of a ticket from its events. */
@Entity
@Table(name = "ticket")
public class Ticket {

    private static final int LONGEST_SUMMARY = 500;

    @Id
    @Column(name = "ticket_id")
    private String ticketId;

    private long sequence;
    private String account;

    @Column(name = "service_id")
    private String serviceId;

    @Column(name = "reporter_contact_id")
    private String reporterContactId;

    private String summary;
    private String priority;
    private String status;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "status_changed_at")
    private Instant statusChangedAt;

    protected Ticket() {}

    /**
     * @param sequence the version of the ticket that this is
     * @param serviceId null while the customer has not said which service
     * @param reporterContactId null when nobody outside reported it
     * @param externalId what the partner calls it, or null
     * @param at when it became this version
     */
    public Ticket(
            String ticketId,
            long sequence,
            String account,
            String serviceId,
            String reporterContactId,
            String summary,
            String priority,
            String status,
            String externalId,
            Instant at) {
        this.ticketId = ticketId;
        this.sequence = sequence;
        this.account = account;
        this.serviceId = serviceId;
        this.reporterContactId = reporterContactId;
        this.summary = PlainText.line(summary, LONGEST_SUMMARY);
        this.priority = priority;
        this.status = status;
        this.externalId = externalId;
        this.statusChangedAt = at;
    }

    /** Takes over everything from a newer version. */
    public void become(Ticket newer) {
        sequence = newer.sequence;
        account = newer.account;
        serviceId = newer.serviceId;
        reporterContactId = newer.reporterContactId;
        summary = newer.summary;
        priority = newer.priority;
        externalId = newer.externalId;
        statusChangedAt = newer.status.equals(status) ? statusChangedAt : newer.statusChangedAt;
        status = newer.status;
    }

    public boolean isOlderThan(Ticket other) {
        return sequence < other.sequence;
    }

    public String ticketId() {
        return ticketId;
    }

    public String account() {
        return account;
    }

    public String serviceId() {
        return serviceId;
    }

    public String reporterContactId() {
        return reporterContactId;
    }

    public String summary() {
        return summary;
    }

    public String priority() {
        return priority;
    }

    public String status() {
        return status;
    }

    public String externalId() {
        return externalId;
    }

    /** When it took its present status, as far as its events have said. */
    public Instant statusChangedAt() {
        return statusChangedAt;
    }
}
