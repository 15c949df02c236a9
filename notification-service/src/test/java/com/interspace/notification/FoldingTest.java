package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.level;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.publicNote;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.teamAddress;
import static com.interspace.notification.fixture.Happening.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first update leaves at once; further ones within a minute are told together. Nothing else is ever folded. */
@QuarkusTest
class FoldingTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String anna = address("anna", service);

    @BeforeEach
    void a_ticket_of_annas_with_a_first_note() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        publicNote(2, "ACME", service, ticket, "the first").publish();
        mailsTo(anna, 2);
    }

    @Test
    void further_notes_and_changes_of_status_within_a_minute_are_one_mail() {
        publicNote(3, "ACME", service, ticket, "the second").publish();
        ticket("status-changed", 4, "ACME", service, ticket, "from", "acknowledged", "to", "inProgress")
                .publish();
        publicNote(5, "ACME", service, ticket, "the <b>third</b>").publish();
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(anna)).hasSize(2);

        MovableClock.shared().leap(Duration.ofMinutes(1));

        ReceivedMail mail = mailsTo(anna, 3).get(2);
        assertThat(mail.subject()).isEqualTo("[" + ticket + "] 3 updates: No traffic since 08:10");
        assertThat(textOf(mail)).containsSubsequence("> the second", "Now inProgress", "> the <b>third</b>");
        assertThat(mail.html()).contains("the &lt;b&gt;third&lt;/b&gt;");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statesOf(ticket))
                .containsExactlyInAnyOrder("sent", "sent", "sent", "suppressed", "suppressed"));
        assertThat(whys()).allMatch(why -> why.startsWith("Told together with others in " + mail.messageId()));
        await().atMost(PATIENCE).until(() -> suppressedEvents() == 2);
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(anna)).hasSize(3);
    }

    @Test
    void after_the_minute_a_note_leaves_at_once_again() {
        MovableClock.shared().leap(Duration.ofSeconds(61));

        publicNote(3, "ACME", service, ticket, "the second").publish();

        assertThat(textOf(mailsTo(anna, 3).get(2))).contains("> the second");
    }

    @Test
    void escalations_and_whatever_else_is_never_folded_and_takes_what_waits_along() {
        publicNote(3, "ACME", service, ticket, "the second").publish();
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(anna)).hasSize(2);

        level("reached", 4, "ACME", service, ticket, 1, "Maria").publish();
        level("reached", 5, "ACME", service, ticket, 2, "Maria").publish();

        assertThat(mailsTo(teamAddress("Maria", ticket), 2)).hasSize(2);
        List<ReceivedMail> mails = mailsTo(anna, 5);
        assertThat(mails)
                .extracting(
                        mail -> mail.subject().replace("[" + ticket + "] ", "").split(":")[0])
                .containsExactly(
                        "Ticket opened", "New note", "New note", "Escalated to level 1", "Escalated to level 2");
    }

    @Test
    void only_what_concerns_the_same_person_and_ticket_is_told_together() {
        String other = anyTicketId();

        publicNote(1, "ACME", service, other, "of another ticket").publishUnder(ticket);

        assertThat(textOf(mailsTo(anna, 3).get(2))).contains("> of another ticket");
    }

    private List<String> whys() {
        return log("agent", "state=suppressed&ticketId=" + ticket).extract().path("items.why");
    }

    private long suppressedEvents() {
        return LocalParts.events("interspace.notification.v1").stream()
                .filter(event -> event.key().equals(ticket) && event.type().contains(".suppressed."))
                .count();
    }
}
