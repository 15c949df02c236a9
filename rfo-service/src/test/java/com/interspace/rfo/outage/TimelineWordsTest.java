package com.interspace.rfo.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the customer reads of an event, and what he never does. */
class TimelineWordsTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:15:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opened              | customer | Ticket opened by the customer: No traffic",
                "status-changed      | centre   | Status changed from a to b: because",
                "priority-changed    | centre   | Priority changed from a to b",
                "information-required| system   | Missing information was asked for",
                "information-completed| customer| The missing information was given",
                "corrected           | centre   | What was reported was put right by the service centre",
                "note-added          | partner  | The partner wrote: Hello",
                "attachment-added    | customer | A file was attached by the customer",
                "deferral-proposed   | centre   | Waiting until the next business day was proposed by the service"
                        + " centre",
                "deferred            | customer | Waiting until the next business day was agreed",
                "deferral-refused    | customer | Waiting until the next business day was refused by the customer",
                "deferral-lapsed     | system   | The proposal to wait was not answered in time",
                "sla-warned          | system   | Repair target close: due at 2026-03-02T08:15:00Z",
                "sla-breached        | system   | Repair target missed: was due at 2026-03-02T08:15:00Z",
                "policy-applied      | centre   | Targets follow version b of the service policy, no longer version a",
                "resolved            | centre   | Resolved: Spliced.",
                "resolution-refused  | customer | The resolution was refused by the customer: because",
                "reopened            | centre   | Reopened by the service centre: because",
                "closed              | customer | Closed, confirmed by the customer",
                "cancelled           | customer | Cancelled by the customer: because",
                "rejected            | centre   | Rejected by the service centre: because",
                "merged              | centre   | Merged into another ticket on the same fault",
                "linked              | centre   | Recognised as part of a wider fault"
            })
    void every_event_of_a_ticket_has_its_words(String word, String party, String words) {
        assertThat(change(word, party, "because", "public").told(ticket())).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "parent, Recognised as part of a wider fault",
        "child, Another ticket was recognised as part of this fault",
        "duplicate, Another report of this fault was merged into this ticket",
        "predecessor, Opened as the follow-up of a ticket that had come to its end",
        "follow-up, A follow-up ticket was opened"
    })
    void a_link_says_what_the_other_ticket_is_and_never_names_it(String role, String words) {
        TicketChange linked = new TicketChange("linked", AT, "centre", null, null, null, null, null, null, null, role);
        assertThat(linked.told(ticket())).contains(words);
    }

    @Test
    void an_internal_note_is_no_line() {
        assertThat(change("note-added", "centre", null, "internal").told(ticket()))
                .isEmpty();
    }

    @Test
    void a_note_that_does_not_say_whether_it_is_public_is_no_line() {
        assertThat(change("note-added", "centre", null, null).told(ticket())).isEmpty();
    }

    @Test
    void a_ticket_closed_by_the_clock_says_so() {
        assertThat(change("closed", "system", "timeout", null).told(ticket()))
                .contains("Closed: nobody objected to the resolution");
    }

    @Test
    void levels_are_told_without_persons() {
        assertThat(new LevelChange(false, AT, 2, "Duty manager", "breach").told())
                .isEqualTo("Escalated to level 2 (Duty manager) because a target was missed");
        assertThat(new LevelChange(true, AT, 1, null, "age").told()).isEqualTo("Escalation passed over level 1");
    }

    @ParameterizedTest
    @CsvSource({
        "com.interspace.ticket.status-changed.v1, email, E-mail delivered: ticket status changed",
        "com.interspace.ticket.resolved.v1, webhook, Message to the customer's system delivered: ticket resolved"
    })
    void a_delivered_message_names_its_subject(String eventType, String channel, String words) {
        assertThat(new DeliveredMessage(AT, eventType, channel).told()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"com.interspace.rfo.requested.v1, email", "com.interspace.ticket.opened.v1, chat", ", email"})
    void what_is_no_communication_about_the_outage_is_no_line(String eventType, String channel) {
        assertThat(new DeliveredMessage(AT, eventType, channel).told()).isEmpty();
    }

    private static TicketChange change(String word, String party, String reason, String visibility) {
        return new TicketChange(word, AT, party, "a", "b", reason, visibility, "Hello", "repair", AT, null);
    }

    private static TicketState ticket() {
        return new TicketState(
                "ACME",
                "S",
                "resolved",
                "major",
                "degradation",
                "No traffic",
                "panel",
                null,
                null,
                AT,
                AT,
                AT,
                "Spliced.",
                "met",
                "met",
                1);
    }
}
