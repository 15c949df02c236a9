package com.interspace.ticketing.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.fixture.LocalParts;
import com.interspace.local.part.Courier;
import com.interspace.local.part.FreePorts;
import com.interspace.local.part.MailServer;
import com.interspace.ticketing.config.MailConfig;
import com.interspace.ticketing.usecase.JournalMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One mailbox on a mail server of its own, which a test may take away. */
@QuarkusTest
@QuarkusTestResource(value = LocalParts.class, initArgs = @ResourceArg(name = "service", value = "ticket"))
class MailboxWatchTest {

    private final String mailbox = "watched-" + UUID.randomUUID();
    private final int smtp = FreePorts.any();
    private final int imap = FreePorts.any();
    private final ScheduledExecutorService alarms = Executors.newScheduledThreadPool(1);

    @Inject
    JournalMail journal;

    @Inject
    DataSource database;

    private MailServer server;
    private MailboxWatch watch;

    @BeforeEach
    void theServerRuns() {
        server = new MailServer(smtp, imap);
    }

    @AfterEach
    void theServerStops() {
        watch.stop();
        alarms.shutdownNow();
        server.close();
    }

    @Test
    void the_server_says_when_mail_comes() {
        watching(Map.of("poll", "PT5M"));
        send("first");
        await().untilAsserted(() -> assertThat(journaled()).containsExactly("first"));
        // Nobody looks for five minutes. This server forgets to say what comes while nobody listens, so we go on.
        await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            send("more");
            assertThat(journaled()).contains("more");
        });
        await().untilAsserted(() -> assertThat(untaken()).isEmpty());
    }

    @Test
    void a_server_that_comes_back_is_read_on() {
        watching(Map.of("poll", "PT1S", "patience", "PT2S"));
        send("before");
        await().untilAsserted(() -> assertThat(journaled()).containsExactly("before"));
        server.close();
        server = new MailServer(smtp, imap);
        // A server in memory that is back within the second counts its mails again under the same generation.
        send("forgotten");
        send("after");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(journaled()).contains("after"));
        assertThat(watch.silence()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void what_was_taken_moves_to_the_archive_and_of_what_is_too_large_only_the_headers_are_taken() throws Exception {
        watching(Map.of("poll", "PT1S", "mailboxes.\"" + mailbox + "\".archive", "Taken", "largest", "5000"));
        send("small");
        send("large", "x".repeat(6000));

        await().untilAsserted(() -> assertThat(journaled()).containsExactly("small", "large"));
        assertThat(rows("select complete::text from mail where mailbox = '" + mailbox + "' order by uid"))
                .containsExactly("true", "false");
        await().untilAsserted(() -> assertThat(server.received()).isEmpty());
    }

    @Test
    void a_mail_that_comes_while_another_moves_away_is_not_overlooked() {
        AtomicBoolean sent = new AtomicBoolean();
        watching(Map.of("poll", "PT1S", "mailboxes.\"" + mailbox + "\".archive", "Taken"), () -> {
            if (sent.compareAndSet(false, true)) {
                send("second");
            }
        });
        send("first");

        await().untilAsserted(() -> assertThat(journaled()).containsExactly("first", "second"));
    }

    @Test
    void a_mail_whose_sender_the_server_cannot_read_is_taken_whole() {
        watching(Map.of("poll", "PT1S"));
        deliver("From: \"Eve <eve@evil.example\r\nSubject: odd\r\n\r\nHello\r\n");

        await().untilAsserted(() -> assertThat(journaled()).containsExactly("odd"));
        assertThat(rows("select complete::text from mail where mailbox = '" + mailbox + "'"))
                .containsExactly("true");
    }

    @Test
    void mail_that_somebody_read_before_us_is_taken_all_the_same() throws Exception {
        watching(Map.of("poll", "PT1S"));
        send("first");
        await().untilAsserted(() -> assertThat(journaled()).containsExactly("first"));
        watch.stop();
        send("second");
        try (ImapConnection person = connection(config(Map.of()))) {
            person.taken(person.untaken(OptionalLong.empty()).get(0));
        }
        watching(Map.of("poll", "PT1S"));
        await().untilAsserted(() -> assertThat(journaled()).containsExactly("first", "second"));
    }

    private void watching(Map<String, String> settings) {
        watching(settings, () -> {});
    }

    private void watching(Map<String, String> settings, Runnable arrived) {
        watch = new MailboxWatch(mailbox, config(settings), journal, arrived, Clock.systemUTC(), alarms);
        watch.start();
    }

    private MailConfig config(Map<String, String> settings) {
        String prefix = "interspace.ticket.mail.";
        String here = prefix + "mailboxes.\"" + mailbox + "\".";
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(MailConfig.class)
                .withDefaultValue(here + "address", MailServer.SUPPORT)
                .withDefaultValue(here + "host", "127.0.0.1")
                .withDefaultValue(here + "port", String.valueOf(imap))
                .withDefaultValue(here + "tls", "false");
        settings.forEach((key, value) -> builder.withDefaultValue(prefix + key, value));
        return builder.build().getConfigMapping(MailConfig.class);
    }

    private ImapConnection connection(MailConfig config) throws Exception {
        return new ImapConnection(mailbox, config.mailboxes().get(mailbox), config.largest(), Duration.ofSeconds(5));
    }

    private List<Long> untaken() throws Exception {
        try (ImapConnection look = connection(config(Map.of()))) {
            return look.untaken(OptionalLong.empty());
        }
    }

    private void send(String subject) {
        send(subject, "Hello");
    }

    private void send(String subject, String body) {
        deliver("From: eve@evil.example\r\nSubject: " + subject + "\r\n\r\n" + body + "\r\n");
    }

    private void deliver(String raw) {
        new Courier(smtp).deliver("eve@evil.example", MailServer.SUPPORT, raw.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> journaled() {
        return rows("select substring(encode(raw, 'escape') from 'Subject: ([a-z]+)') from mail where mailbox = '"
                + mailbox + "' order by id");
    }

    private List<String> rows(String sql) {
        List<String> found = new ArrayList<>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
