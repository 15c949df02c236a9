package com.interspace.notification.audience;

import static com.interspace.notification.audience.Audience.CHAT;
import static com.interspace.notification.audience.Audience.ESCALATION_CONTACTS;
import static com.interspace.notification.audience.Audience.LEVEL_PERSONS;
import static com.interspace.notification.audience.Audience.MANAGER;
import static com.interspace.notification.audience.Audience.OPERATIONS;
import static com.interspace.notification.audience.Audience.REPORTER;
import static com.interspace.notification.audience.Audience.REQUESTER;
import static com.interspace.notification.audience.Audience.SERVICE_CONTACTS;
import static com.interspace.notification.audience.Audience.SUBSCRIPTIONS;
import static com.interspace.notification.audience.Audience.WATCHERS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The audience table: every event type of the house and who is told of it. A type without an audience is told to
 * nobody. A public and an internal note arrive as the same type, but are two occasions; so do becoming a part of a wider
 * fault and any other link.
 */
public enum Occasion {
    SERVICE_ACTIVATED("service.activated", SERVICE_CONTACTS),
    SERVICE_CHANGED("service.changed"),
    SERVICE_SUSPENDED("service.suspended"),
    SERVICE_TERMINATED("service.terminated"),

    TICKET_OPENED("ticket.opened", REPORTER, WATCHERS, SUBSCRIPTIONS),
    TICKET_STATUS_CHANGED("ticket.status-changed", REPORTER, WATCHERS, SUBSCRIPTIONS),
    TICKET_PRIORITY_CHANGED("ticket.priority-changed", REPORTER, WATCHERS, SUBSCRIPTIONS),
    TICKET_INFORMATION_REQUIRED("ticket.information-required", REPORTER, SUBSCRIPTIONS),
    TICKET_INFORMATION_COMPLETED("ticket.information-completed", REPORTER, SUBSCRIPTIONS),
    TICKET_CORRECTED("ticket.corrected", SUBSCRIPTIONS),
    PUBLIC_NOTE_ADDED("ticket.note-added", REPORTER, WATCHERS, SUBSCRIPTIONS),
    INTERNAL_NOTE_ADDED("ticket.note-added"),
    TICKET_ATTACHMENT_ADDED("ticket.attachment-added", SUBSCRIPTIONS),
    TICKET_DEFERRAL_PROPOSED("ticket.deferral-proposed", REPORTER, OPERATIONS, SUBSCRIPTIONS),
    TICKET_DEFERRED("ticket.deferred", REPORTER, OPERATIONS, SUBSCRIPTIONS),
    TICKET_DEFERRAL_REFUSED("ticket.deferral-refused", REPORTER, OPERATIONS, SUBSCRIPTIONS),
    TICKET_DEFERRAL_LAPSED("ticket.deferral-lapsed", REPORTER, OPERATIONS, SUBSCRIPTIONS),
    TICKET_SLA_WARNED("ticket.sla-warned", OPERATIONS, SUBSCRIPTIONS),
    TICKET_SLA_BREACHED("ticket.sla-breached", OPERATIONS, CHAT, SUBSCRIPTIONS),
    TICKET_RESOLVED("ticket.resolved", REPORTER, WATCHERS, SUBSCRIPTIONS),
    TICKET_RESOLUTION_REFUSED("ticket.resolution-refused", REPORTER, OPERATIONS, SUBSCRIPTIONS),
    TICKET_REOPENED("ticket.reopened", REPORTER, WATCHERS, OPERATIONS, SUBSCRIPTIONS),
    TICKET_CLOSED("ticket.closed", REPORTER, SUBSCRIPTIONS),
    TICKET_CANCELLED("ticket.cancelled", REPORTER, SUBSCRIPTIONS),
    TICKET_REJECTED("ticket.rejected", REPORTER, SUBSCRIPTIONS),
    TICKET_MERGED("ticket.merged", REPORTER, SUBSCRIPTIONS),
    TICKET_LINKED("ticket.linked", REPORTER, SUBSCRIPTIONS),
    TICKET_RELATED("ticket.linked", SUBSCRIPTIONS),

    MATRIX_ISSUED("escalation.matrix-issued", ESCALATION_CONTACTS),
    RECEIPT_CONFIRMED("escalation.receipt-confirmed"),
    LEVEL_REACHED("escalation.level-reached", LEVEL_PERSONS, REPORTER, CHAT, SUBSCRIPTIONS),
    LEVEL_SKIPPED("escalation.level-skipped", LEVEL_PERSONS),
    ESCALATION_ACKNOWLEDGED("escalation.acknowledged"),
    ESCALATION_SUSPENDED("escalation.suspended", LEVEL_PERSONS, OPERATIONS),
    ESCALATION_RESUMED("escalation.resumed", LEVEL_PERSONS, OPERATIONS),
    ESCALATION_LOWERED("escalation.de-escalated", LEVEL_PERSONS, OPERATIONS),
    ESCALATION_STALLED("escalation.stalled", MANAGER, OPERATIONS, CHAT),

    RFO_REQUESTED("rfo.requested", REPORTER, REQUESTER, OPERATIONS, SUBSCRIPTIONS),
    RFO_DUE_SOON("rfo.due-soon", MANAGER),
    RFO_OVERDUE("rfo.overdue", MANAGER, CHAT),
    RFO_APPROVED("rfo.approved"),
    RFO_PUBLISHED("rfo.published", REPORTER, REQUESTER, SUBSCRIPTIONS),
    RFO_SUPERSEDED("rfo.superseded"),
    RFO_WITHDRAWN("rfo.withdrawn", REPORTER, REQUESTER),

    NOTIFICATION_DELIVERED("notification.delivered"),
    NOTIFICATION_FAILED("notification.failed", OPERATIONS, CHAT),
    NOTIFICATION_SUPPRESSED("notification.suppressed"),

    PROBLEM_OPENED("problem.opened"),
    PROBLEM_CHANGED("problem.changed"),
    PROBLEM_CLOSED("problem.closed"),
    PROBLEM_REOPENED("problem.reopened", MANAGER),
    FINDING_RAISED("finding.raised", OPERATIONS),
    FINDING_DECIDED("finding.decided"),
    ACTION_CHANGED("action.changed"),
    ACTION_OVERDUE("action.overdue", MANAGER),

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
        return this == PUBLIC_NOTE_ADDED || this == TICKET_DEFERRAL_PROPOSED || this == TICKET_DEFERRAL_REFUSED;
    }

    /** Whether more of its kind to the same person about the same ticket may be told together. Nothing else ever is. */
    public boolean isUpdate() {
        return this == PUBLIC_NOTE_ADDED || this == TICKET_STATUS_CHANGED || this == TICKET_SLA_WARNED;
    }

    /**
     * Whether a contact cannot switch it off: the welcome, the acknowledgement with the ticket's id, questions without
     * whose answer nothing goes on, and official documents.
     */
    public boolean isMandatory() {
        return opensThread() || this == TICKET_INFORMATION_REQUIRED || this == MATRIX_ISSUED || this == RFO_PUBLISHED;
    }

    /** Whether anybody of the given side is told of it. */
    public boolean isToldTo(Party party) {
        return told.stream().anyMatch(audience -> audience.party() == party);
    }

    /** The public occasion of this event name, if there is one. */
    public static Optional<Occasion> named(String event) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.event.equals(event))
                .findFirst();
    }

    /** The occasions of one noun, such as {@code ticket}. */
    public static Set<Occasion> of(String noun) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.event.startsWith(noun + "."))
                .collect(Collectors.toUnmodifiableSet());
    }
}
