package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;

/** What is known about a ticket. What can happen to it stands in {@link Ticket}, which alone changes it. */
@MappedSuperclass
abstract class TicketRecord {

    @Id
    String id;

    String account;

    @Enumerated(EnumType.STRING)
    Status status;

    String statusReason;

    @Enumerated(EnumType.STRING)
    Priority priority;

    int priorityMatrixVersion;
    int slaPolicyVersion;

    @Embedded
    Report report;

    @Embedded
    Reporter reporter;

    @Embedded
    MissingInformation missing;

    @Enumerated(EnumType.STRING)
    Task task;

    @Embedded
    PartnerWords partnerWords;

    @Embedded
    Deferral deferral;

    @Embedded
    Joins joins;

    String heldBy;
    String language;
    List<String> likelyDuplicates;

    /** Tells whether another report with the same external id is this one. */
    String reportDigest;

    String resolution;
    Instant createdAt;
    Instant resolvedAt;

    /** Null for a ticket that has not changed since this was first written down. */
    Instant changedAt;

    @Convert(converter = LifeConverter.class)
    Life life;

    String historyHead;
    long version;

    public String id() {
        return id;
    }

    /** When something last happened to it. */
    public Instant changedAt() {
        return changedAt == null ? createdAt : changedAt;
    }

    public String account() {
        return account;
    }

    public String serviceId() {
        return report.serviceId();
    }

    public PartnerWords partnerWords() {
        return partnerWords == null ? PartnerWords.NONE : partnerWords;
    }

    public Channel channel() {
        return report.channel();
    }

    public Status status() {
        return status;
    }

    public String statusReason() {
        return statusReason;
    }

    public Priority priority() {
        return priority;
    }

    public Impact impact() {
        return report.impact();
    }

    public Urgency urgency() {
        return report.urgency();
    }

    public Priority requestedPriority() {
        return report.requestedPriority();
    }

    public int slaPolicyVersion() {
        return slaPolicyVersion;
    }

    public String summary() {
        return report.summary();
    }

    public String description() {
        return report.description();
    }

    public Instant problemStart() {
        return report.problemStart();
    }

    public FaultNature faultNature() {
        return report.faultNature();
    }

    public String circuitId() {
        return report.circuitId();
    }

    public List<String> ipAddresses() {
        return report.ipAddresses();
    }

    public String externalId() {
        return report.externalId();
    }

    public Reporter reporter() {
        return reporter;
    }

    /** As it was reported, with what has been answered since and as it is judged now. */
    public Report report() {
        return report;
    }

    public MissingInformation missing() {
        return missing;
    }

    public Deferral deferral() {
        return deferral;
    }

    /** Never null, though a row without joins is read as none. */
    public Joins joins() {
        return joins == null ? Joins.NONE : joins;
    }

    /** Whom or what a held ticket waits for; may be null. */
    public String heldBy() {
        return heldBy;
    }

    /** What an agent has to do; null when nothing is left lying. */
    public Task task() {
        return task;
    }

    /** ISO 639-1 code of the language the reporter wrote in; null when it cannot be told. */
    public String language() {
        return language;
    }

    /** Open tickets on the same service or circuit when this one was opened, newest first. */
    public List<String> likelyDuplicates() {
        return likelyDuplicates;
    }

    public boolean wasReportedAs(String digest) {
        return digest.equals(reportDigest);
    }

    public String resolution() {
        return resolution;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    public Life life() {
        return life;
    }

    public String historyHead() {
        return historyHead;
    }

    public long version() {
        return version;
    }
}
