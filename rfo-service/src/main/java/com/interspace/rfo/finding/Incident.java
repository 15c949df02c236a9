package com.interspace.rfo.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A ticket as the analysis counts it: what it is about, where that stood in the network when the ticket came, and
 * whether it counts. A ticket that was cancelled or rejected, or that fell into announced maintenance, does not.
 */
@Entity
public class Incident {

    @Id
    private String ticketId;

    private String serviceId;
    private String circuitId;
    private String site;
    private String node;
    private String upstream;
    private Instant createdAt;
    private boolean placed;
    private boolean counted;
    private UUID explainedBy;
    private long sequence;

    protected Incident() {}

    /** @param createdAt when the ticket was opened, to which all windows refer */
    public Incident(String ticketId, Instant createdAt) {
        this.ticketId = ticketId;
        this.createdAt = createdAt;
    }

    public boolean isOlderThan(long sequence) {
        return this.sequence < sequence;
    }

    /** Takes over what it is about; whether it counts is decided afterwards. Both may be null. */
    public void follow(String serviceId, String circuitId, long sequence) {
        this.serviceId = serviceId;
        this.circuitId = circuitId;
        this.sequence = sequence;
    }

    /** Notes where it happened; null = the service has not been heard of yet. */
    public void place(Placement where) {
        placed = where != null || serviceId == null;
        site = where == null ? null : where.site();
        node = where == null ? null : where.node();
        upstream = where == null ? null : where.upstream();
    }

    public void count(boolean counted) {
        this.counted = counted;
    }

    /** What a history of tickets is kept of. */
    public List<Subject> ownSubjects() {
        return known(new Subject(SubjectKind.SERVICE, serviceId), new Subject(SubjectKind.CIRCUIT, circuitId));
    }

    /** The parts of the network that it shares with others, narrowest first. */
    public List<Subject> sharedSubjects() {
        return known(
                new Subject(SubjectKind.NODE, node),
                new Subject(SubjectKind.SITE, site),
                new Subject(SubjectKind.UPSTREAM, upstream));
    }

    private static List<Subject> known(Subject... subjects) {
        return Stream.of(subjects).filter(subject -> subject.id() != null).toList();
    }

    public String node() {
        return node;
    }

    public String site() {
        return site;
    }

    public String upstream() {
        return upstream;
    }

    public String ticketId() {
        return ticketId;
    }

    public String serviceId() {
        return serviceId;
    }

    public String circuitId() {
        return circuitId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isPlaced() {
        return placed;
    }

    public boolean isCounted() {
        return counted;
    }

    /** The common cause that it is evidence of; null = none. */
    public UUID explainedBy() {
        return explainedBy;
    }
}
