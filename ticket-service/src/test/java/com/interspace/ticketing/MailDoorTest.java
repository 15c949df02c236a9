package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.interspace.local.fixture.LocalParts;
import com.interspace.ticketing.correspondence.ArrivedMail;
import com.interspace.ticketing.usecase.JournalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail as it comes in over SMTP and IMAP. What becomes of which mail is the corpus' business. */
@QuarkusTest
class MailDoorTest extends TicketDeskTest {

    /** What the mail server writes on a mail of a sender whom it proved. */
    private static final String PROVED =
            "Authentication-Results: mail.interspace.example; dmarc=pass header.from=acme.example\r\n";

    private final String contact = "c-" + UUID.randomUUID() + "@acme.example";

    @Inject
    DataSource database;

    @Inject
    JournalMail journal;

    @Test
    void a_mail_of_a_contact_opens_a_ticket_with_what_its_lines_say() {
        aServiceWithTheContact();
        send(
                contact,
                "No traffic",
                "",
                "Service ID: " + acmeService + "\nImpact: service-affecting\nUrgency: high\n"
                        + "Problem start: 2026-03-02 10:00\n\nNothing answers.");

        as(AGENT)
                .get("/v1/tickets/" + theTicket())
                .then()
                .body("channel", equalTo("email"))
                .body("account", equalTo("ACME"))
                .body("priority", equalTo("critical"))
                .body("status", equalTo("acknowledged"))
                .body("summary", equalTo("No traffic"))
                .body("problemStart", equalTo("2026-03-02T08:00:00Z"))
                .body("reporter.contactId", equalTo("carla"))
                .body("reporter.email", equalTo(contact));
    }

    @Test
    void an_answer_completes_what_is_missing_and_stands_in_the_ticket() {
        aServiceWithTheContact();
        send(contact, "Slow", "", "Service ID: " + acmeService + "\nVery slow since this morning.");
        String id = theTicket();
        as(AGENT)
                .get("/v1/tickets/" + id)
                .then()
                .body("status", equalTo("pending"))
                .body("missingInformation.field", contains("problemStart", "impact"));

        send(contact, "Re: [" + id + "] Ticket opened", "", "Impact: degradation\nStart: 2026-03-02T08:00:00Z\n\n> x");
        await().untilAsserted(() -> as(AGENT)
                .get("/v1/tickets/" + id)
                .then()
                .body("status", equalTo("acknowledged"))
                .body("missingInformation.size()", equalTo(0)));
        as(AGENT)
                .get("/v1/tickets/" + id + "/notes")
                .then()
                .body("items.text", hasItem(containsString("Impact: degradation")))
                .body("items.party", hasItem("customer"))
                .body("items.visibility", hasItem("public"));
    }

    @Test
    void a_reply_to_an_ended_ticket_opens_a_follow_up_and_each_names_the_other() {
        aServiceWithTheContact();
        String ended = anOpenTicket();
        move(ended, "cancelled");
        send(contact, "Re: [" + ended + "] Ticket cancelled", "", "It is down again.");
        await().untilAsserted(() -> assertThat(tickets()).hasSize(2));
        String followUp = tickets().get(tickets().get(0).equals(ended) ? 1 : 0);
        as(ANNA).get("/v1/tickets/" + followUp)
                .then()
                .body("followUpOf", equalTo(ended))
                .body("description", containsString("Follow-up of ticket " + ended));
        as(ANNA).get("/v1/tickets/" + followUp + "/history")
                .then()
                .body("items.type", hasItem("linked"))
                .body("items.find { it.type == 'linked' }.detail.role", equalTo("predecessor"))
                .body("items.find { it.type == 'linked' }.detail.ticketId", equalTo(ended));
        as(ANNA).get("/v1/tickets/" + ended + "/history")
                .then()
                .body("items.type", contains("opened", "cancelled", "linked"))
                .body("items[2].detail.role", equalTo("follow-up"))
                .body("items[2].detail.ticketId", equalTo(followUp));
    }

    @Test
    void a_stranger_waits_in_quarantine_until_an_agent_makes_a_ticket_of_his_mail() {
        String stranger = "eve-" + UUID.randomUUID() + "@evil.example";
        send(stranger, "Line down", "", "Our line at the new site is down.");
        String id = inQuarantine(stranger);
        as(MANAGER)
                .get("/v1/quarantine/" + id)
                .then()
                .statusCode(200)
                .body("text", containsString("new site is down"))
                .body("why", equalTo("its sender is not known"));

        String ticket = as(AGENT)
                .body(Map.of("serviceId", acmeService, "reporter", Map.of("contactId", "anna")))
                .post("/v1/quarantine/" + id + "/release")
                .then()
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("decision.by", equalTo("Alice Agent"))
                .extract()
                .path("ticketId");
        as(ANNA).get("/v1/tickets/" + ticket)
                .then()
                .statusCode(200)
                .body("channel", equalTo("email"))
                .body("summary", equalTo("Line down"))
                .body("reporter.contactId", equalTo("anna"));
        as(AGENT)
                .post("/v1/quarantine/" + id + "/refuse")
                .then()
                .statusCode(409)
                .body("currentState", equalTo("released"));
    }

    @Test
    void an_agent_may_refuse_a_mail_or_put_it_on_a_ticket() {
        String stranger = "eve-" + UUID.randomUUID() + "@evil.example";
        send(stranger, "Buy this", "", "Cheap optics.");
        String spam = inQuarantine(stranger);
        as(AGENT)
                .body(Map.of("reason", "advertising"))
                .post("/v1/quarantine/" + spam + "/refuse")
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("decision.reason", equalTo("advertising"));
        as(AGENT)
                .body(Map.of("serviceId", acmeService))
                .post("/v1/quarantine/" + spam + "/release")
                .then()
                .statusCode(409)
                .body("currentState", equalTo("refused"));

        String ticket = anOpenTicket();
        String helper = "eve-" + UUID.randomUUID() + "@contractor.example";
        send(helper, "Re: [" + ticket + "]", "", "I am at the manhole.");
        as(AGENT)
                .body(Map.of("ticketId", ticket))
                .post("/v1/quarantine/" + inQuarantine(helper) + "/release")
                .then()
                .statusCode(200)
                .body("ticketId", equalTo(ticket));
        as(ANNA).get("/v1/tickets/" + ticket + "/notes").then().body("items.text", contains("I am at the manhole."));
    }

    @Test
    void the_quarantine_is_the_centres_and_says_what_is_wrong_with_a_decision() {
        as(ANNA).get("/v1/quarantine").then().statusCode(403);
        as(OPS).get("/v1/quarantine").then().statusCode(403);
        as(AGENT).get("/v1/quarantine?state=lost").then().statusCode(422);
        for (String id : List.of("0", "abc", "999999999", "99999999999999999999")) {
            as(AGENT).get("/v1/quarantine/" + id).then().statusCode(404);
            as(AGENT).post("/v1/quarantine/" + id + "/refuse").then().statusCode(404);
        }
        String stranger = "eve-" + UUID.randomUUID() + "@evil.example";
        send(stranger, "x", "", "y");
        String path = "/v1/quarantine/" + inQuarantine(stranger) + "/release";
        as(AGENT).post(path).then().statusCode(400);
        as(AGENT).body(Map.of()).post(path).then().statusCode(422).body("violations.field", contains("serviceId"));
        as(AGENT).body(Map.of("serviceId", "IS-NONE")).post(path).then().statusCode(404);
        as(AGENT).body(Map.of("ticketId", "IS-1000042-9")).post(path).then().statusCode(404);
        as(AGENT)
                .body(Map.of("serviceId", acmeService, "reporter", Map.of("contactId", "nobody")))
                .post(path)
                .then()
                .statusCode(422)
                .body("violations.field", contains("reporter.contactId"));
    }

    @Test
    void an_automatic_answer_and_a_second_copy_open_nothing() {
        aServiceWithTheContact();
        String body = "Service ID: " + acmeService + "\nDown.";
        send(contact, "Away", "Auto-Submitted: auto-replied\r\n", body);
        String twice = "Message-ID: <" + UUID.randomUUID() + "@acme.example>\r\nX-Copy: ";
        send(contact, "Down", twice + "1\r\n", body);
        send(contact, "Down", twice + "2\r\n", body);

        await().untilAsserted(() -> assertThat(states(contact)).containsExactly("DUPLICATE", "IGNORED", "OPENED"));
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void a_mail_that_comes_into_two_mailboxes_is_acted_upon_once() {
        aServiceWithTheContact();
        String headers = PROVED + "Message-ID: <" + UUID.randomUUID() + "@acme.example>\r\n";
        byte[] raw = raw(contact, "Down", headers, "Service ID: " + acmeService);
        journal.take(new ArrivedMail("support", 8, 1, clock.instant(), raw.length, true, raw));
        await().untilAsserted(() -> assertThat(states(contact)).containsExactly("OPENED"));
        journal.take(new ArrivedMail("noc", 8, 1, clock.instant(), raw.length, true, raw));
        await().untilAsserted(() -> assertThat(states(contact)).containsExactly("DUPLICATE", "OPENED"));
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void whoever_sends_more_than_we_take_hears_so_once_a_day_and_ticket() {
        aServiceWithTheContact();
        String id = anOpenTicket();
        String pathological = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n";
        String files = ("--b\nContent-Disposition: attachment; filename=x.txt\n\nx\n").repeat(51) + "--b--";
        for (int mails = 1; mails <= 2; mails++) {
            int sent = mails;
            send(contact, "Re: [" + id + "] Logs " + sent, pathological, "--b\n\nLogs " + sent + "\n" + files);
            await().untilAsserted(() -> assertThat(notesOf(id, "customer")).hasSize(sent));
        }
        assertThat(notesOf(id, "system")).hasSize(1).first().asString().contains("only the first 50 were taken");
    }

    private static List<String> notesOf(String ticketId, String party) {
        return as(AGENT)
                .get("/v1/tickets/" + ticketId + "/notes?limit=200")
                .jsonPath()
                .getList("items.findAll { it.party == '" + party + "' }.text");
    }

    @Test
    void a_place_in_a_mailbox_is_taken_once_however_often_it_is_taken() {
        aServiceWithTheContact();
        byte[] raw = raw(contact, "Down", PROVED, "Service ID: " + acmeService);
        ArrivedMail mail = new ArrivedMail("support", 7, 4711, clock.instant(), raw.length, true, raw);

        // given: killed after it was written down and before the mailbox was told
        journal.take(mail);
        journal.take(mail);

        await().untilAsserted(() -> assertThat(states(contact)).containsExactly("OPENED"));
        journal.take(mail);
        assertThat(states(contact)).hasSize(1);
        assertThat(tickets()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "insert, ticket",
        "insert, ticket_history",
        "insert, outbox",
        "insert, timer",
        "insert, attachment",
        "update, mail"
    })
    void whichever_step_breaks_nothing_of_a_mail_is_half_there_and_in_the_end_all_of_it_once(
            String operation, String table) {
        aServiceWithTheContact();
        broken(operation, table);
        try {
            sendWithFile(contact, "Service ID: " + acmeService + "\nDown.");
            await().untilAsserted(() -> assertThat(attempts()).isPositive());
            assertThat(tickets()).isEmpty();
            assertThat(rows("select type from outbox where topic = 'interspace.ticket.v1' and body like '%"
                            + acmeService + "%'"))
                    .isEmpty();
        } finally {
            mended(table);
        }

        clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(tickets()).hasSize(1));
        assertThat(story(tickets().get(0))).containsOnlyOnce("opened").containsOnlyOnce("attachment-added");
        assertThat(states(contact)).containsExactly("OPENED");
    }

    private void aServiceWithTheContact() {
        Map<String, Object> carla =
                Map.of("contactId", "carla", "name", "Carla", "email", contact, "roles", new String[] {"technical"});
        Map<String, Object> service = aServiceOf("ACME");
        service.put("contacts", List.of(carla));
        as(PROVISIONING).body(service).put("/v1/services/" + acmeService).then().statusCode(200);
    }

    private static void send(String from, String subject, String headers, String body) {
        LocalParts.mailToSupport(from, raw(from, subject, headers, body));
    }

    private static void sendWithFile(String from, String body) {
        send(
                from,
                "Down",
                "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n",
                "--b\n\n" + body + "\n--b\nContent-Disposition: attachment; filename=log.txt\n\n1 2 3\n--b--");
    }

    private static byte[] raw(String from, String subject, String headers, String body) {
        return ("From: Somebody <" + from + ">\r\nTo: support@interspace.example\r\nSubject: " + subject + "\r\n"
                        + headers + "\r\n" + body.replace("\n", "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String theTicket() {
        await().untilAsserted(() -> assertThat(tickets()).hasSize(1));
        return tickets().get(0);
    }

    private List<String> tickets() {
        return as(AGENT)
                .get("/v1/tickets?serviceId=" + acmeService)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static String inQuarantine(String sender) {
        String item = "items.find { it.from.email == '" + sender + "' }";
        await().untilAsserted(() -> assertThat(quarantine().getMap(item)).isNotNull());
        return quarantine().getString(item + ".id");
    }

    private static JsonPath quarantine() {
        return as(AGENT)
                .get("/v1/quarantine?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> states(String sender) {
        return rows("select state from mail where position('" + sender + "' in encode(raw, 'escape')) > 0 order by 1");
    }

    private int attempts() {
        List<String> attempts =
                rows("select attempts from mail where position('" + contact + "' in encode(raw, 'escape')) > 0");
        return attempts.isEmpty() ? 0 : Integer.parseInt(attempts.get(0));
    }

    /** Nobody can do that to the table any more; what only notes a failure of a mail still works. */
    private void broken(String operation, String table) {
        String journal = table.equals("mail") ? " when (new.state <> 'JOURNALED')" : "";
        execute("create or replace function broken() returns trigger language plpgsql as"
                + " $$ begin raise exception 'broken on purpose'; end $$");
        execute("create trigger broken before " + operation + " on " + table + " for each row" + journal
                + " execute function broken()");
    }

    private void mended(String table) {
        execute("drop trigger broken on " + table);
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
