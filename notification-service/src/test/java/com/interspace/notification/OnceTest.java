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
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.Happening;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnceTest extends NotificationTest {

    private static final List<String> TOPICS =
            List.of("interspace.service.v1", "interspace.ticket.v1", "interspace.escalation.v1", "interspace.rfo.v1");

    @Inject
    DataSource database;

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String anna = address("anna", service);

    @Test
    void the_same_event_twice_is_one_message() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();

        opened("ACME", service, ticket).publish().publish();

        onlyMailTo(anna);
        everythingHeardUnder(ticket);
        assertThat(mailsSoFarTo(anna)).hasSize(1);
        assertThat(statesOf(ticket)).containsExactly("sent");
    }

    @Test
    void all_topics_replayed_from_the_start_say_nothing_new_even_when_the_inbox_has_forgotten() throws SQLException {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        level("reached", 2, "ACME", service, ticket, 1, "Maria").publish();
        mailsTo(anna, 2);
        mailsTo(teamAddress("Maria", ticket), 1);
        everythingHeardUnder(ticket, service);
        long messages = number("select count(*) from message where ticket_id = '" + ticket + "'");
        List<Event> past = TOPICS.stream()
                .flatMap(topic -> LocalParts.events(topic).stream())
                .filter(event -> event.key().equals(ticket) || event.key().equals(service))
                .toList();

        execute("delete from inbox");
        past.forEach(event -> LocalParts.publish(event.topic(), event.key(), event.headers(), event.body()));

        everythingHeardUnder(ticket, service);
        assertThat(number("select count(*) from message where ticket_id = '" + ticket + "'"))
                .isEqualTo(messages)
                .isEqualTo(4);
        assertThat(mailsSoFarTo(anna)).hasSize(2);
    }

    @Test
    void five_seven_and_then_six_make_state_seven_and_three_effects() throws SQLException {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        publicNote(5, "ACME", service, ticket, "five").publish();
        publicNote(7, "ACME", service, ticket, "seven")
                .withTicket("priority", "major")
                .publish();
        publicNote(6, "ACME", service, ticket, "six")
                .withTicket("priority", "low")
                .publish();

        mailsTo(anna, 1);
        await().atMost(PATIENCE).until(() -> statesOf(ticket).size() == 3);
        MovableClock.shared().leap(Duration.ofMinutes(1));

        List<ReceivedMail> mails = mailsTo(anna, 2);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).text()).contains("> five");
        assertThat(mails.get(1).text()).contains("> seven", "> six");
        assertThat(number("select sequence from ticket where ticket_id = '" + ticket + "'"))
                .isEqualTo(7);
        assertThat(number("select count(*) from ticket where priority = 'major' and ticket_id = '" + ticket + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_message_whose_acceptance_nobody_heard_of_is_sent_again_under_the_same_id() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        everythingHeardUnder(service);
        mailServerIs("CUT_OFF_AFTER_DELIVERY");

        opened("ACME", service, ticket).publish();
        mailsTo(anna, 1);
        mailServerIs("OPEN");

        List<ReceivedMail> copies = mailsTo(anna, 2);
        assertThat(copies)
                .extracting(ReceivedMail::messageId)
                .hasSizeGreaterThan(1)
                .containsOnly(copies.get(0).messageId());
        assertThat(copies)
                .extracting(ReceivedMail::text)
                .containsOnly(copies.get(0).text());
    }

    @Test
    void a_message_that_was_taken_by_a_process_that_died_is_taken_up_again() throws SQLException {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        String id = onlyMailTo(anna).messageId();
        assertThat(statesOf(ticket)).containsExactly("sent");

        execute("update message set state = 'QUEUED', claimed_until = now() + interval '1 second' where ticket_id = '"
                + ticket + "'");

        assertThat(mailsTo(anna, 2)).extracting(ReceivedMail::messageId).containsOnly(id);
    }

    @Test
    void what_is_settled_is_told_to_the_other_services_once() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();

        Happening opened = opened("ACME", service, ticket).publish();

        String id = onlyMailTo(anna).messageId();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told()).singleElement().satisfies(event -> {
                    assertThat(event.type()).isEqualTo("com.interspace.notification.delivered.v1");
                    assertThat(event.json().at("/notification/messageId").asText())
                            .isEqualTo(id);
                    assertThat(event.json().at("/notification/eventId").asText())
                            .isEqualTo(opened.id());
                    assertThat(event.json().at("/notification/recipient").asText())
                            .isEqualTo("anna");
                    assertThat(event.json().at("/notification/state").asText()).isEqualTo("sent");
                }));
    }

    private List<Event> told() {
        return LocalParts.events("interspace.notification.v1").stream()
                .filter(event -> event.key().equals(ticket))
                .toList();
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
