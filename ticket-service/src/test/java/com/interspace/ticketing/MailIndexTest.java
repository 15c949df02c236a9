package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal keeps every mail of more than a year; no question to it reads them all. */
@QuarkusTest
class MailIndexTest extends TicketDeskTest {

    @Inject
    DataSource database;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mail_due | select id from mail where due_at <= now() order by due_at, id limit 1",
                "mail_due | select * from mail where due_at is not null order by due_at, id limit 1",
                "mail_by_content | select min(id) from mail where content_digest = 'x' and id <> 7",
                "mail_by_state | select * from mail where state = 'QUARANTINED' and id < 7 order by id desc limit 51",
                "mail_by_sender | select count(*) from mail where sender = 'x' and handled_at >= now()"
                        + " and ticket_id is not null",
                "mail_by_age | select id from mail where journaled_at < now() order by journaled_at limit 200",
                "mail_mailbox | select max(uid) from mail where mailbox = 'x' and uid_validity = 1",
                "service_by_contact_email | select * from service where lower(contacts)::jsonb @> '[{\"email\":\"x\"}]'"
            })
    void every_question_has_its_index(String index, String question) throws Exception {
        List<String> plan = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_sort = off");
            var rows = statement.executeQuery("explain " + question);
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
            connection.rollback();
        }
        assertThat(String.join("\n", plan)).contains(index).doesNotContain("Seq Scan");
    }
}
