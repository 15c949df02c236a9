package com.interspace.notification.audience;

import static com.interspace.notification.audience.Audience.ESCALATION_CONTACTS;
import static com.interspace.notification.audience.Audience.LEVEL_PERSONS;
import static com.interspace.notification.audience.Audience.REPORTER;
import static com.interspace.notification.audience.Audience.REQUESTER;
import static com.interspace.notification.audience.Audience.SERVICE_CONTACTS;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The audience table: every event type of the house and who is told of it. A type without an audience is told to
 * nobody. A public and an internal note arrive as the same type, but are two occasions.
 */
public enum Occasion {
    SERVICE_ACTIVATED("service.activated", SERVICE_CONTACTS),
    SERVICE_CHANGED("service.changed"),
    SERVICE_SUSPENDED("service.suspended"),
    SERVICE_TERMINATED("service.terminated"),

    TICKET_OPENED("ticket.opened", REPORTER),
    TICKET_STATUS_CHANGED("ticket.status-changed", REPORTER),
    TICKET_PRIORITY_CHANGED("ticket.priority-changed", REPORTER),
    TICKET_INFORMATION_REQUIRED("ticket.information-required"),
    TICKET_INFORMATION_COMPLETED("ticket.information-completed"),
    PUBLIC_NOTE_ADDED("ticket.note-added", REPORTER),
    INTERNAL_NOTE_ADDED("ticket.note-added"),
    TICKET_ATTACHMENT_ADDED("ticket.attachment-added"),
    TICKET_DEFERRAL_PROPOSED("ticket.deferral-proposed"),
    TICKET_DEFERRED("ticket.deferred"),
    TICKET_DEFERRAL_REFUSED("ticket.deferral-refused"),
    TICKET_DEFERRAL_LAPSED("ticket.deferral-lapsed"),
    TICKET_SLA_WARNED("ticket.sla-warned"),
    TICKET_SLA_BREACHED("ticket.sla-breached"),
    TICKET_RESOLVED("ticket.resolved", REPORTER),
    TICKET_RESOLUTION_REFUSED("ticket.resolution-refused", REPORTER),
    TICKET_REOPENED("ticket.reopened", REPORTER),
    TICKET_CLOSED("ticket.closed", REPORTER),
    TICKET_CANCELLED("ticket.cancelled", REPORTER),
    TICKET_REJECTED("ticket.rejected", REPORTER),
    TICKET_MERGED("ticket.merged"),
    TICKET_LINKED("ticket.linked"),

    MATRIX_ISSUED("escalation.matrix-issued", ESCALATION_CONTACTS),
    RECEIPT_CONFIRMED("escalation.receipt-confirmed"),
    LEVEL_REACHED("escalation.level-reached", LEVEL_PERSONS, REPORTER),
    LEVEL_SKIPPED("escalation.level-skipped", LEVEL_PERSONS),
    ESCALATION_ACKNOWLEDGED("escalation.acknowledged"),
    ESCALATION_SUSPENDED("escalation.suspended"),
    ESCALATION_RESUMED("escalation.resumed"),
    ESCALATION_LOWERED("escalation.de-escalated"),
    ESCALATION_STALLED("escalation.stalled"),

    RFO_REQUESTED("rfo.requested", REPORTER, REQUESTER),
    RFO_DUE_SOON("rfo.due-soon"),
    RFO_OVERDUE("rfo.overdue"),
    RFO_APPROVED("rfo.approved"),
    RFO_PUBLISHED("rfo.published", REPORTER, REQUESTER),
    RFO_SUPERSEDED("rfo.superseded"),
    RFO_WITHDRAWN("rfo.withdrawn"),

    NOTIFICATION_DELIVERED("notification.delivered"),
    NOTIFICATION_FAILED("notification.failed"),
    NOTIFICATION_SUPPRESSED("notification.suppressed"),

    PROBLEM_OPENED("problem.opened"),
    PROBLEM_CHANGED("problem.changed"),
    PROBLEM_CLOSED("problem.closed"),
    PROBLEM_REOPENED("problem.reopened"),
    FINDING_RAISED("finding.raised"),
    FINDING_DECIDED("finding.decided"),
    ACTION_CHANGED("action.changed"),
    ACTION_OVERDUE("action.overdue"),

    MONITORING_READING("monitoring.reading"),
    MONITORING_MAINTENANCE("monitoring.maintenance");

    private static final String PREFIX = "com.interspace.";
    private static final String SUFFIX = ".v1";

    private final String event;
    private final List<Audience> told;

    Occasion(String event, Audience... told) {
        this.event = event;
        this.told = List.of(told);
    }

    /** The short name of the event, such as {@code ticket.opened}. */
    public String event() {
        return event;
    }

    /** The type on the wire, such as {@code com.interspace.ticket.opened.v1}. */
    public String type() {
        return PREFIX + event + SUFFIX;
    }

    /** Who is told, in this order; empty when nobody is. */
    public List<Audience> told() {
        return told;
    }

    /** Whether its message is the first of its thread: the others answer to it. */
    public boolean opensThread() {
        return this == SERVICE_ACTIVATED || this == TICKET_OPENED;
    }

    /** Whether somebody who caused it himself, as a customer, needs no message about it. */
    public boolean isKnownToItsCause() {
        return this == PUBLIC_NOTE_ADDED;
    }

    /** The occasions of one noun, such as {@code ticket}. */
    public static Set<Occasion> of(String noun) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.event.startsWith(noun + "."))
                .collect(Collectors.toUnmodifiableSet());
    }
}
