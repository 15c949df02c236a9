package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Ticket;
import java.util.List;
import java.util.stream.Collectors;

/** What this service reads of the events about tickets. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TicketEvent(Change change, State ticket) {

    private static final String PUBLIC = "public";
    private static final String PARENT = "parent";

    /** The note of a change of priority is the centre's own and is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(
            By by,
            String from,
            String to,
            String reason,
            String visibility,
            String noteId,
            String parentNoteId,
            String text,
            String clock,
            String due,
            String until,
            String ask,
            List<Question> missing,
            List<Question> remaining,
            String role) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record State(
            String id,
            String account,
            String serviceId,
            String status,
            String statusReason,
            String priority,
            String impact,
            String severity,
            String summary,
            String externalId,
            String language,
            String mergedInto,
            Reporter reporter,
            String resolution,
            String highestPriority,
            Targets targets) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Question(String question) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reporter(String contactId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Targets(Target response, Target update, Target repair) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Target(String due) {}

    Ticket ticket(Envelope envelope) {
        return new Ticket(
                ticket.id(),
                envelope.sequence(),
                ticket.account(),
                ticket.serviceId(),
                ticket.reporter() == null ? null : ticket.reporter().contactId(),
                ticket.summary(),
                ticket.priority(),
                ticket.status(),
                ticket.externalId(),
                envelope.time());
    }

    /** Anything but a public note is taken for an internal one, and any link but that to a parent tells nobody. */
    Occasion occasion(Occasion byType) {
        return switch (byType) {
            case PUBLIC_NOTE_ADDED, INTERNAL_NOTE_ADDED ->
                PUBLIC.equals(change.visibility()) ? Occasion.PUBLIC_NOTE_ADDED : Occasion.INTERNAL_NOTE_ADDED;
            case TICKET_LINKED, TICKET_RELATED ->
                PARENT.equals(change.role()) ? Occasion.TICKET_LINKED : Occasion.TICKET_RELATED;
            default -> byType;
        };
    }

    Notice notice(Envelope envelope, Occasion occasion) {
        return new Notice(
                envelope.id(),
                occasion,
                envelope.time(),
                ticket.serviceId(),
                ticket.id(),
                ticket.account(),
                By.actor(change.by()),
                facts(occasion));
    }

    private Facts facts(Occasion occasion) {
        return Facts.facts()
                .word("from", change.from())
                .word("to", change.to())
                .word("reason", change.reason())
                .word("text", change.text())
                .word("origin", occasion == Occasion.PUBLIC_NOTE_ADDED ? origin() : null)
                .word("clock", change.clock())
                .word("due", change.due())
                .word("until", change.until())
                .word("ask", isReminder() ? "reminder" : null)
                .word("language", ticket.language())
                .word("byParty", change.by() == null ? null : change.by().party())
                .word("status", ticket.status())
                .word("statusReason", ticket.statusReason())
                .word("severity", ticket.severity())
                .word("externalId", ticket.externalId())
                .word("mergedInto", ticket.mergedInto())
                .word("questions", questions())
                .word("priority", ticket.priority())
                .word("impact", ticket.impact())
                .word("summary", ticket.summary())
                .word("resolution", ticket.resolution())
                .word("highestPriority", ticket.highestPriority())
                .word(
                        "responseDue",
                        due(ticket.targets() == null ? null : ticket.targets().response()))
                .word(
                        "updateDue",
                        due(ticket.targets() == null ? null : ticket.targets().update()))
                .word(
                        "repairDue",
                        due(ticket.targets() == null ? null : ticket.targets().repair()))
                .build();
    }

    private static String due(Target target) {
        return target == null ? null : target.due();
    }

    /** A note of a major incident is repeated in the tickets of everybody it concerns, and names the first one. */
    private String origin() {
        return change.parentNoteId() == null ? change.noteId() : change.parentNoteId();
    }

    private boolean isReminder() {
        return "reminder".equals(change.ask()) || "2".equals(change.ask());
    }

    /** What the customer is asked, or still asked after he has answered a part. */
    private String questions() {
        List<Question> open = change.missing() == null ? change.remaining() : change.missing();
        return open == null || open.isEmpty()
                ? null
                : open.stream().map(Question::question).collect(Collectors.joining("\n"));
    }
}
