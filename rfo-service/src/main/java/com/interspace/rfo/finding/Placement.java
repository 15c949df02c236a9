package com.interspace.rfo.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Stream;

/** Where a service stands in the network, as its newest event told it. */
@Entity
@Table(name = "watched_service")
public class Placement {

    @Id
    private String serviceId;

    private String account;
    private String site;
    private String node;
    private String upstream;
    private Instant activatedAt;
    private long sequence;

    protected Placement() {}

    public Placement(String serviceId) {
        this.serviceId = serviceId;
    }

    /** Takes over what the event told unless something newer is known already. All may be null. */
    public void follow(String account, String site, String node, String upstream, Instant activatedAt, long sequence) {
        if (sequence <= this.sequence) {
            return;
        }
        this.account = account;
        this.site = site;
        this.node = node;
        this.upstream = upstream;
        this.activatedAt = activatedAt;
        this.sequence = sequence;
    }

    public String serviceId() {
        return serviceId;
    }

    public String site() {
        return site;
    }

    public String node() {
        return node;
    }

    public String upstream() {
        return upstream;
    }

    /** Null = unknown. */
    public Instant activatedAt() {
        return activatedAt;
    }

    /** The parts of the network that it shares with others, narrowest first. */
    public Stream<Subject> shared() {
        return Stream.of(
                        new Subject(SubjectKind.NODE, node),
                        new Subject(SubjectKind.SITE, site),
                        new Subject(SubjectKind.UPSTREAM, upstream))
                .filter(subject -> subject.id() != null);
    }
}
