package com.interspace.notification.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.fixture.NotificationTest;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every question that is asked for each event, each delivery or each look at a list has its index. */
@QuarkusTest
class QueryPlanTest extends NotificationTest {

    private static final String FIVE_THOUSAND_MESSAGES =
            """
            insert into message (id, event_id, occasion, ticket_id, account, party, recipient, address, channel, message_id,
                thread, subject, text, html, state, attempts, revision, written_at, changed_at, due_at)
            select gen_random_uuid(), 'plan' || i, 'TICKET_OPENED', 'ticket' || i % 100, 'A' || i % 100, 'CUSTOMER', 'to' || i % 50, 'a',
                'email', 'plan' || i, 'thread' || i % 500, 's', 't', 'h', case when i % 10 = 0 then 'QUEUED' else 'SENT' end,
                0, 1, now(), now(), now()
            from generate_series(1, 5000) i""";

    private static final Map<String, String> QUESTIONS = questions();

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    Messages messages;

    @AfterEach
    void nothing_stays_open() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    private static Map<String, String> questions() {
        Map<String, String> byIndex = new LinkedHashMap<>();
        byIndex.put(
                "message_due",
                "select id from message where state = 'QUEUED' and channel = 'email' and due_at <= now() "
                        + "order by due_at, position limit 200");
        byIndex.put(
                "message_queued_in_thread",
                "select 1 from message where thread = 't' and position < 1000000000 and state = 'QUEUED'");
        byIndex.put(
                "message_to_subscription",
                "select * from message where recipient = 'r' and channel = 'webhook' order by position desc "
                        + "limit 50");
        byIndex.put(
                "message_of_ticket",
                "select max(leaves_at) from message where ticket_id = 't' and recipient = 'r' and channel = "
                        + "'email'");
        byIndex.put(
                "message_of_origin",
                "select message_id from message where origin = 'o' and recipient = 'r' order by position " + "limit 1");
        byIndex.put(
                "message_told_in",
                "select event_id from message where told_in = '00000000-0000-0000-0000-000000000000'");
        byIndex.put("message_once", "select recipient, channel from message where event_id = 'e'");
        byIndex.put("message_message_id_key", "select * from message where message_id = 'm' for update");
        byIndex.put(
                "message_of_account",
                "select * from message where account in ('A7') and party = 'CUSTOMER' order by position "
                        + "desc limit 50");
        byIndex.put("message_in_state", "select * from message where state = 'FAILED' order by position desc limit 50");
        byIndex.put("subscription_of_account", "select * from subscription where accounts @> array['ACME']");
        byIndex.put("subscription_of_client", "select * from subscription where client = 'c' order by created_at");
        byIndex.put(
                "webhook_secret_of_client", "select * from webhook_secret where client = 'c' order by created_at desc");
        byIndex.put("contact_by_id", "select service_id from contact where contact_id = 'c'");
        return byIndex;
    }

    @Test
    void each_question_uses_its_index() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(FIVE_THOUSAND_MESSAGES);
            statement.execute("analyze message");
            statement.execute("set local enable_seqscan = off");
            Map<String, String> plans = new LinkedHashMap<>();
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                plans.put(question.getKey(), plan(statement, question.getValue()));
            }
            connection.rollback();
            assertSoftly(softly ->
                    plans.forEach((index, plan) -> softly.assertThat(plan).contains(index)));
        }
    }

    @Test
    void who_takes_one_mail_of_many_looks_at_a_few() {
        QuarkusTransaction.begin();
        entities.createNativeQuery(FIVE_THOUSAND_MESSAGES).executeUpdate();
        entities.createNativeQuery("analyze message").executeUpdate();
        long before = rowsOfMessageAskedFor();

        Instant now = Instant.now().plusSeconds(60);
        List<Message> taken = messages.claim(Medium.EMAIL, now, now.plusSeconds(60), 1, 1, Set.of());

        assertThat(taken).hasSize(1);
        assertThat(rowsOfMessageAskedFor() - before).isLessThan(20);
    }

    private long rowsOfMessageAskedFor() {
        String asked = "select idx_tup_fetch + seq_tup_read from pg_stat_xact_user_tables where relname = 'message'";
        return ((Number) entities.createNativeQuery(asked).getSingleResult()).longValue();
    }

    private static String plan(Statement statement, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
