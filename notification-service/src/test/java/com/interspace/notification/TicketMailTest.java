package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.publicNote;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.theContact;
import static com.interspace.notification.fixture.Happening.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.Happening;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TicketMailTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String anna = address("anna", service);

    private void a_service_with_anna_as_its_contact() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
    }

    @Test
    void the_reporter_gets_an_acknowledgement_with_id_targets_and_what_to_do() {
        a_service_with_anna_as_its_contact();

        opened("ACME", service, ticket).publish();

        ReceivedMail mail = onlyMailTo(anna);
        assertThat(mail.subject()).isEqualTo("[" + ticket + "] Ticket opened: No traffic since 08:10");
        assertThat(mail.messageId()).matches("<ticket\\." + ticket + "\\.[0-9a-f]{32}\\.[0-9a-f]{32}@.+>");
        assertThat(mail.text())
                .contains("Priority:  critical")
                .contains("First answer by:   Mon 2 Mar 2026 08:30 UTC (10:30 Europe/Sofia)")
                .contains("Repair target:     Mon 2 Mar 2026 12:15 UTC (14:15 Europe/Sofia)")
                .contains("How to answer:", "How to escalate:")
                .contains("Reference: "
                        + mail.messageId().substring(1, mail.messageId().indexOf('@')));
        assertThat(mail.html()).contains(ticket, "Mon 2 Mar 2026 08:30 UTC", "How to escalate:");
    }

    @ParameterizedTest
    @CsvSource({
        "status-changed,    Now inProgress",
        "priority-changed,  Priority critical",
        "resolved,          Resolved",
        "reopened,          Reopened",
        "resolution-refused, Back in work",
        "closed,            Closed",
        "cancelled,         Cancelled",
        "rejected,          Not accepted"
    })
    void the_reporter_hears_of_every_step_in_the_thread_of_the_ticket(String step, String subject) {
        a_service_with_anna_as_its_contact();
        opened("ACME", service, ticket).publish();

        ticket(step, 2, "ACME", service, ticket, "from", "acknowledged", "to", "inProgress", "reason", "because")
                .publish();

        List<ReceivedMail> thread = mailsTo(anna, 2);
        assertThat(thread).hasSize(2);
        ReceivedMail acknowledgement = thread.get(0);
        ReceivedMail mail = thread.get(1);
        assertThat(mail.subject()).isEqualTo("[" + ticket + "] " + subject + ": No traffic since 08:10");
        assertThat(mail.header("In-Reply-To")).isEqualTo(acknowledgement.messageId());
        assertThat(mail.header("References")).isEqualTo(acknowledgement.messageId());
        assertThat(mail.text()).contains("next");
    }

    @Test
    void a_resolved_ticket_says_what_was_done_and_when_it_closes_by_itself() {
        a_service_with_anna_as_its_contact();
        opened("ACME", service, ticket).publish();

        ticket("resolved", 2, "ACME", service, ticket).publish();

        assertThat(mailsTo(anna, 2).get(1).text())
                .contains("> A broken fibre was spliced.")
                .contains("closes by itself on Thu 5 Mar 2026 08:15 UTC");
    }

    @Test
    void a_public_note_of_an_agent_reaches_the_reporter() {
        a_service_with_anna_as_its_contact();
        opened("ACME", service, ticket).publish();

        publicNote(2, "ACME", service, ticket, "We see the loss of signal.\nA team is on its way.")
                .publish();

        assertThat(textOf(mailsTo(anna, 2).get(1)))
                .contains("our engineer wrote")
                .contains("> We see the loss of signal.\n> A team is on its way.");
    }

    @Test
    void an_internal_note_and_the_note_of_a_change_of_priority_reach_nobody_outside() {
        a_service_with_anna_as_its_contact();
        opened("ACME", service, ticket).publish();

        ticket("note-added", 2, "ACME", service, ticket, "visibility", "internal", "noteId", "n", "text", "S3cret")
                .publish();
        ticket("note-added", 3, "ACME", service, ticket, "visibility", null, "noteId", "n", "text", "S3cret")
                .publish();
        ticket("priority-changed", 4, "ACME", service, ticket, "from", "major", "to", "critical", "note", "S3cret")
                .publish();

        List<ReceivedMail> mails = mailsTo(anna, 2);
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(anna)).hasSameSizeAs(mails).hasSize(2);
        assertThat(mails).extracting(ReceivedMail::text).noneMatch(text -> text.contains("S3cret"));
        assertThat(statesOf(ticket)).hasSize(2);
    }

    @Test
    void nobody_gets_a_copy_of_his_own_note_but_of_a_colleagues() {
        a_service_with_anna_as_its_contact();
        opened("ACME", service, ticket).publish();

        Map<String, Object> anna = theContact("anna", service);
        note("mine", anna).publish();
        note("my colleague's", theContact("petar", service)).publish();

        List<ReceivedMail> mails = mailsTo(this.anna, 2);
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(this.anna)).hasSize(2);
        assertThat(mails.get(1).text()).contains("> my colleague's").contains("somebody on your side wrote");
    }

    private Happening note(String text, Map<String, Object> by) {
        return ticket("note-added", 2, "ACME", service, ticket, "visibility", "public", "text", text, "by", by);
    }

    @Test
    void a_reporter_who_is_not_yet_known_is_told_as_soon_as_he_is() {
        a_service_with_anna_as_its_contact();

        opened("ACME", service, ticket)
                .withTicket("reporter", Map.of("contactId", "petar"))
                .publish();
        everythingHeardUnder(ticket);
        assertThat(statesOf(ticket)).isEmpty();
        serviceChanged(2, "ACME", service, contact("anna", service), contact("petar", service))
                .publish();

        assertThat(onlyMailTo(address("petar", service)).subject()).contains("Ticket opened");
        assertThat(mailsSoFarTo(anna)).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_ticket_of_another_account() {
        a_service_with_anna_as_its_contact();

        opened("GLOBEX", service, ticket).publish();

        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(anna)).isEmpty();
        assertThat(statesOf(ticket)).isEmpty();
    }

    @Test
    void a_hostile_summary_arrives_harmless_and_readable() {
        a_service_with_anna_as_its_contact();
        String hostile = "No <b>traffic</b>\r\nBcc: all@world.example \u202Egnp.exe <script>alert('x')</script> "
                + "{mail.support} \uD83D\uDD25 мрежа \u0000 \"quoted\" &amp; =?utf-8?q?x?=";

        opened("ACME", service, ticket).withTicket("summary", hostile).publish();
        publicNote(2, "ACME", service, ticket, hostile + "\n.\nQUIT\n" + "x".repeat(10_000))
                .publish();

        List<ReceivedMail> mails = mailsTo(anna, 2);
        assertThat(mails.get(0).subject())
                .startsWith("[" + ticket + "] Ticket opened: No <b>traffic</b> Bcc: all@world.example gnp.exe")
                .contains("\uD83D\uDD25")
                .doesNotContain("\r", "\n", "\u202E");
        for (ReceivedMail mail : mails) {
            assertThat(mail.headers().keySet()).noneMatch(name -> name.equalsIgnoreCase("Bcc"));
            assertThat(mail.html())
                    .contains("&lt;b&gt;traffic&lt;/b&gt;", "{mail.support}", "\uD83D\uDD25", "мрежа", "&amp;amp;")
                    .doesNotContain("<script", "<b>", "\u202E");
            assertThat(mail.text()).contains("<b>traffic</b>", "мрежа").doesNotContain("\u202E");
        }
        assertThat(textOf(mails.get(1))).contains("\n> .\n> QUIT\n> " + "x".repeat(10_000));
    }

    @Test
    void a_note_that_is_longer_than_a_mail_may_be_ends_with_where_the_rest_is() {
        a_service_with_anna_as_its_contact();
        publicNote(1, "ACME", service, ticket, "<".repeat(60_000)).publish();

        ReceivedMail mail = onlyMailTo(anna);

        assertThat(mail.html()).hasSizeLessThan(100_000).contains("(the rest stands at the ticket)");
    }
}
