package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.notification.fixture.NotificationTest;
import com.interspace.notification.fixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MailTroubleTest extends NotificationTest {

    @Inject
    DataSource database;

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String anna = address("anna", service);

    @BeforeEach
    void a_service_with_anna_as_its_contact() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        everythingHeardUnder(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWAY", "BUSY", "CLOSING", "DROPPING", "HANGING"})
    void a_mail_server_that_is_in_trouble_for_an_hour_loses_nothing(String trouble) {
        mailServerIs(trouble);

        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> why() != null);
        assertThat(statesOf(ticket)).containsExactly("queued");
        mailServerIs("OPEN");
        MovableClock.shared().leap(Duration.ofHours(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statesOf(ticket)).as(why()).containsExactly("sent"));
        assertThat(why()).isNull();
        onlyMailTo(anna);
    }

    @Test
    void a_mail_server_that_closes_every_connection_is_not_waited_for() {
        mailServerIs("AWAY");

        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE).until(() -> why() != null);
        assertThat(why()).startsWith("The mail server cannot be reached").contains("EOF");
    }

    @Test
    void a_recipient_who_is_refused_for_good_is_visible_and_told_to_the_other_services() {
        mailServerIs("REFUSING");

        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("failed"));
        assertThat(why()).contains("550", "no such user here");
        Event event = await().atMost(PATIENCE)
                .until(
                        () -> LocalParts.events("interspace.notification.v1").stream()
                                .filter(told -> told.key().equals(ticket))
                                .toList(),
                        told -> !told.isEmpty())
                .get(0);
        assertThat(event.type()).isEqualTo("com.interspace.notification.failed.v1");
        assertThat(event.json().at("/notification/why").asText()).contains("550");
    }

    @Test
    void an_unusual_address_is_for_the_mail_server_to_judge() {
        String unusual = "anna..maria." + anna;
        Map<String, Object> contact = new HashMap<>(contact("anna", service));
        contact.put("email", unusual);
        serviceChanged(2, "ACME", service, contact).publish();
        everythingHeardUnder(service);

        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statesOf(ticket)).as(why()).containsExactly("sent"));
        onlyMailTo(unusual);
    }

    @Test
    void many_mails_share_a_few_connections() {
        List<String> tickets =
                IntStream.range(0, 30).mapToObj(any -> anyTicketId()).toList();
        int before = connectionsToTheMailServer();

        tickets.forEach(one -> opened("ACME", service, one).publish());

        mailsTo(anna, tickets.size());
        assertThat(connectionsToTheMailServer() - before).isBetween(1, 8);
    }

    @Test
    void a_mail_server_that_was_started_anew_gets_the_next_mail_at_the_first_attempt() throws SQLException {
        opened("ACME", service, anyTicketId()).publish();
        onlyMailTo(anna);

        mailServerIs("AWAY");
        mailServerIs("OPEN");
        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("sent"));
        assertThat(number("select attempts from message where ticket_id = '" + ticket + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_mail_server_that_hangs_holds_up_no_webhook() {
        String hook = Partner.anyHook();
        Partner.subscribed(urlOf(hook), "ticket.opened");
        mailServerIs("HANGING");

        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE).until(() -> received(hook).size() == 1);
        assertThat(statesOf(ticket)).contains("queued");
        Partner.endsEverySubscription();
    }

    @Test
    void a_message_for_a_closed_port_waits_and_is_tried_again_after_the_back_off() throws SQLException {
        mailServerIs("PORT_CLOSED");

        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> why() != null);
        assertThat(why()).contains("Connection refused");
        assertThat(statesOf(ticket)).containsExactly("queued");
        mailServerIs("OPEN");
        MovableClock.shared().leap(Duration.ofMinutes(1));

        onlyMailTo(anna);
        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("sent"));
        assertThat(number("select attempts from message where ticket_id = '" + ticket + "'"))
                .isGreaterThan(1);
    }

    @Test
    void a_slow_mail_server_gets_a_message_once_and_holds_up_nobody_else() throws SQLException {
        String hook = Partner.anyHook();
        Partner.subscribed(urlOf(hook), "ticket.opened");
        mailServerIs("SLOW");

        opened("ACME", service, ticket).publish();

        await().atMost(PATIENCE).until(() -> statesOf(ticket).containsAll(List.of("delivered", "sent")));
        onlyMailTo(anna);
        String sentAt = "(select changed_at from message where ticket_id = '" + ticket + "' and channel = '%s')";
        assertThat(number("select count(*) where " + sentAt.formatted("webhook") + " < " + sentAt.formatted("email")))
                .isEqualTo(1);
        assertThat(number("select max(attempts) from message where ticket_id = '" + ticket + "'"))
                .isEqualTo(1);
        Partner.endsEverySubscription();
    }

    @Test
    void after_48_hours_a_message_is_given_up_and_says_why() {
        mailServerIs("AWAY");
        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE).until(() -> why() != null);

        MovableClock.shared().leap(Duration.ofHours(48));

        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("failed"));
        assertThat(why()).startsWith("Given up after");
    }

    @Test
    void a_mail_server_that_hangs_holds_no_transaction_open() throws SQLException {
        mailServerIs("HANGING");
        opened("ACME", service, ticket).publish();
        await().atMost(PATIENCE)
                .until(() -> number("select count(*) from message where claimed_until is not null "
                                + "and ticket_id = '" + ticket + "'")
                        == 1);

        long waiting = number("select count(*) from pg_stat_activity where usename = 'notification' and "
                + "state like 'idle in transaction%' and state_change < now() - interval '200 milliseconds'");

        assertThat(waiting).isZero();
    }

    private String why() {
        return log("agent", "ticketId=" + ticket).extract().path("items.find { it.recipient == 'anna' }?.why");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
