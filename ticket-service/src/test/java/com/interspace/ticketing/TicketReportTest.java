package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketReportTest extends TicketDeskTest {

    /** A month of its own, so that tickets of other tests do not count. */
    private static final Instant JULY = Instant.parse("2026-07-06T08:00:00Z");

    private static final String PERIOD = "&from=2026-07-01T00:00:00Z&to=2026-08-01T00:00:00Z";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void reports_equal_what_the_events_tell() throws Exception {
        // given: lives of many kinds
        clock.set(JULY);
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofMinutes(7));
            String id = as(ANNA).body(i % 2 == 0 ? aReport() : aReport("impact", "degradation"))
                    .post("/v1/tickets")
                    .path("id");
            timePasses(Duration.ofMinutes(10 + 9L * i));
            as(AGENT).body(Map.of("text", "on it")).post("/v1/tickets/" + id + "/notes");
            move(id, "inProgress");
            clock.advance(Duration.ofMinutes(20));
            move(id, "pending");
            clock.advance(Duration.ofHours(3));
            move(id, "inProgress");
            timePasses(Duration.ofHours(i));
            move(id, "resolved");
            if (i == 3) {
                timePasses(Duration.ofHours(1));
                move(id, "inProgress");
            }
        }
        clock.advance(Duration.ofHours(1));
        anOpenTicket();

        // when
        Map<String, List<Long>> acknowledged = new TreeMap<>();
        Map<String, List<Long>> restored = new TreeMap<>();
        countFromEvents(acknowledged, restored);

        // then
        assertThat(averages("time-to-acknowledge")).isEqualTo(averages(acknowledged));
        assertThat(averages("time-to-restore")).isEqualTo(averages(restored));
        assertThat(restored.values().stream().mapToInt(List::size).sum()).isEqualTo(5);
        JsonPath kept = report("target-attainment", "priority");
        for (String priority : acknowledged.keySet()) {
            long target = priority.equals("critical") ? 15 : 30;
            long met = acknowledged.get(priority).stream()
                    .filter(seconds -> seconds < target * 60)
                    .count();
            assertThat(kept.getLong("items.find { it.group == '" + priority + "' }.responsesMet"))
                    .isEqualTo(met);
        }
        assertThat(report("time-to-restore", "month").<String>getList("items.group"))
                .containsExactly("2026-07");
        assertThat(report("time-to-restore", "service").<String>getList("items.group"))
                .containsExactly(acmeService);
    }

    @Test
    void a_report_comes_as_csv_too() {
        clock.set(Instant.parse("2026-10-05T08:00:00Z"));
        String id = anOpenTicket();
        clock.advance(Duration.ofMinutes(5));
        move(id, "resolved");
        as(AGENT)
                .accept("text/csv")
                .get("/v1/ticket-reports/target-attainment?by=month&from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("\"group\",\"responses\",\"responsesMet\",\"responseRate\""))
                .body(containsString("\"2026-10\","));
    }

    @Test
    void customers_count_their_own_tickets_and_impossible_wishes_are_refused() {
        clock.set(Instant.parse("2026-09-01T08:00:00Z"));
        String id = anOpenTicket();
        move(id, "resolved");
        String path = "/v1/ticket-reports/time-to-restore?from=2026-09-01T00:00:00Z&to=2026-10-01T00:00:00Z";
        as(ANNA).get(path).then().statusCode(200).body("items.tickets", contains(1));
        as(BORIS).get(path).then().statusCode(200).body("items", equalTo(List.of()));
        as(PROVISIONING).get(path).then().statusCode(403);
        as(AGENT).get("/v1/ticket-reports/time-to-forget").then().statusCode(404);
        as(AGENT)
                .get("/v1/ticket-reports/time-to-restore?by=colour&from=x")
                .then()
                .statusCode(422)
                .body("violations.field", contains("by", "from"));
        as(AGENT)
                .get("/v1/ticket-reports/time-to-restore?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("items", nullValue());
    }

    @Test
    void a_report_reads_its_period_by_an_index() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            for (String condition : List.of("", " and account in ('ACME')")) {
                StringBuilder plan = new StringBuilder();
                var rows = statement.executeQuery("explain select priority, count(*) from ticket_milestone "
                        + "where created_at >= '2026-07-01' and created_at < '2026-08-01'" + condition + " group by 1");
                while (rows.next()) {
                    plan.append(rows.getString(1));
                }
                assertThat(plan.toString()).contains("ticket_milestone_by_");
            }
            statement.execute("reset enable_seqscan");
        }
    }

    private JsonPath report(String name, String by) {
        return as(AGENT)
                .get("/v1/ticket-reports/" + name + "?by=" + by + PERIOD)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Map<String, Long> averages(String name) {
        Map<String, Long> averages = new TreeMap<>();
        report(name, "priority")
                .<Map<String, Object>>getList("items")
                .forEach(row -> averages.put(
                        (String) row.get("group"),
                        Duration.parse((String) row.get("average")).toSeconds()));
        return averages;
    }

    private static Map<String, Long> averages(Map<String, List<Long>> measured) {
        Map<String, Long> averages = new TreeMap<>();
        measured.forEach((group, seconds) -> averages.put(group, (long)
                seconds.stream().mapToLong(Long::longValue).average().orElseThrow()));
        return averages;
    }

    /** Seconds by priority, counted with nothing but the bodies of the events of July's tickets of this service. */
    private void countFromEvents(Map<String, List<Long>> acknowledged, Map<String, List<Long>> restored)
            throws Exception {
        Map<String, List<JsonNode>> lives = new LinkedHashMap<>();
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select type, body from outbox where topic = "
                        + "'interspace.ticket.v1' and body like ? order by position")) {
            ask.setString(1, "%" + acmeService + "%");
            var rows = ask.executeQuery();
            while (rows.next()) {
                var event = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(rows.getString(2));
                event.put("type", rows.getString(1));
                lives.computeIfAbsent(event.at("/ticket/id").asText(), first -> new ArrayList<>())
                        .add(event);
            }
        }
        for (List<JsonNode> life : lives.values()) {
            String priority = life.get(life.size() - 1).at("/ticket/priority").asText();
            Instant opened = at(life.get(0));
            life.stream()
                    .filter(event -> event.get("type").asText().contains("note-added"))
                    .findFirst()
                    .ifPresent(event -> acknowledged
                            .computeIfAbsent(priority, first -> new ArrayList<>())
                            .add(Duration.between(opened, at(event)).toSeconds()));
            JsonNode last = life.get(life.size() - 1);
            if (last.at("/ticket/status").asText().equals("resolved")) {
                restored.computeIfAbsent(priority, first -> new ArrayList<>())
                        .add(Duration.between(opened, at(last))
                                .minus(pauses(life))
                                .toSeconds());
            }
        }
    }

    private static Duration pauses(List<JsonNode> life) {
        Duration pauses = Duration.ZERO;
        Instant since = null;
        for (JsonNode event : life) {
            boolean pending = event.at("/ticket/status").asText().equals("pending");
            if (pending && since == null) {
                since = at(event);
            } else if (!pending && since != null) {
                pauses = pauses.plus(Duration.between(since, at(event)));
                since = null;
            }
        }
        return pauses;
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.at("/change/at").asText());
    }
}
