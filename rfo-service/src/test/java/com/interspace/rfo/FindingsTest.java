package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.chassis.timer.TimerEngine;
import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Network;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.ToldEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which risks are seen, what they rest on, and what people make of them. */
@QuarkusTest
class FindingsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    TimerEngine timers;

    @BeforeEach
    void it_is_monday_noon() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void three_tickets_on_a_service_that_was_quiet_make_it_a_chronic_one_and_a_fourth_joins() {
        String service = aNewService();
        List<ToldEvent> faults = faults(service, 3, Duration.ofDays(9));
        know(faults.subList(0, 2));
        findings("subject=" + service).body("items", empty());

        know(faults.subList(2, 3));

        String id = findings("subject=" + service)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("chronic-service"))
                .body("items[0].subject.kind", equalTo("service"))
                .body("items[0].state", equalTo("open"))
                .extract()
                .path("items[0].id");
        read(id).body("evidence.ref", contains(idsOf(faults)))
                .body("evidence.kind", contains("ticket", "ticket", "ticket"))
                .body("measure.count", equalTo(3))
                .body("measure.earlier", equalTo(0))
                .body("sentence", containsString("had 3 tickets in 30 days; its history of"));

        // when a fourth comes
        ToldEvent fourth = Network.fault(service, MORNING.plus(Duration.ofDays(20)));
        know(List.of(fourth));

        // then it is the same finding
        findings("subject=" + service).body("items", hasSize(1));
        read(id).body("evidence.ref", hasItem(fourth.key())).body("measure.count", equalTo(4));
        findings("ticketId=" + fourth.key()).body("items.id", contains(id));
        assertThat(raised(id)).hasSize(1);
    }

    @Test
    void a_ticket_that_came_while_the_rate_had_sunk_is_evidence_once_it_rises_again() {
        // given a finding of three tickets, and a fourth when two of them and itself are not more than history explains
        String service = aNewService();
        List<ToldEvent> faults = IntStream.of(0, 8, 9, 31, 32)
                .mapToObj(day -> Network.fault(service, MORNING.plus(Duration.ofDays(day))))
                .toList();
        know(faults.subList(0, 4));
        String id = findings("subject=" + service)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        read(id).body("evidence.ref", contains(idsOf(faults.subList(0, 3))));

        know(faults.subList(4, 5));

        read(id).body("evidence.ref", contains(idsOf(faults))).body("measure.count", equalTo(4));
    }

    @Test
    void tickets_of_several_services_on_one_circuit_make_the_circuit_a_chronic_one() {
        String circuit = "shared-" + aNewService();
        List<ToldEvent> faults = IntStream.range(0, 3)
                .mapToObj(i -> Network.fault(aNewService(), circuit, MORNING.plus(Duration.ofDays(i))))
                .toList();
        know(faults);

        findings("subject=" + circuit)
                .body("items.kind", contains("chronic-service"))
                .body("items[0].subject.kind", equalTo("circuit"));
    }

    @Test
    void three_tickets_that_are_heard_of_in_the_wrong_order_are_three_all_the_same() {
        String service = aNewService();
        List<ToldEvent> faults = faults(service, 3, Duration.ofDays(9));
        know(faults.subList(2, 3));
        know(faults.subList(0, 1));

        know(faults.subList(1, 2));

        String id = findings("subject=" + service).extract().path("items[0].id");
        read(id).body("evidence.ref", contains(idsOf(faults)));
    }

    @Test
    void a_cancelled_ticket_was_no_fault() {
        String service = aNewService();
        List<ToldEvent> faults = faults(service, 3, Duration.ofDays(1));
        know(List.of(faults.get(0), Network.cancelled(faults.get(0), service, MORNING)));

        know(faults.subList(1, 3));

        findings("subject=" + service).body("items", empty());
    }

    @Test
    void four_tickets_behind_one_node_within_a_quarter_of_an_hour_may_have_one_cause() {
        String node = Network.anyNode();
        List<ToldEvent> faults = onServicesBehind(node, 5, Duration.ofMinutes(4));
        know(faults.subList(0, 4));

        String id = findings("kind=common-cause&subject=" + node)
                .body("items", hasSize(1))
                .body("items[0].sentence", containsString("4 tickets came within 15 minutes"))
                .extract()
                .path("items[0].id");
        know(faults.subList(4, 5));

        read(id).body("evidence.ref", contains(idsOf(faults))).body("subject.kind", equalTo("node"));
        // and the site and the upstream, which they share too, are not blamed for the same tickets
        findings("subject=site-of-" + node).body("items", empty());
        findings("subject=transit-of-" + node).body("items", empty());
    }

    @Test
    void four_tickets_in_sixteen_minutes_are_no_common_cause() {
        String node = Network.anyNode();
        know(onServicesBehind(node, 4, Duration.ofSeconds(16 * 60 / 3)));

        findings("subject=" + node).body("items", empty());
    }

    @Test
    void tickets_that_come_before_their_services_and_in_the_wrong_order_are_seen_in_the_end() {
        String node = Network.anyNode();
        List<String> services = Stream.generate(Network::anyService).limit(4).toList();
        List<ToldEvent> faults = new ArrayList<>();
        services.forEach(
                service -> faults.add(Network.fault(service, MORNING.plus(Duration.ofMinutes(3L * faults.size())))));
        Collections.reverse(faults);
        faults.forEach(fault -> know(List.of(fault)));
        findings("subject=" + node).body("items", empty());

        know(services.stream()
                .map(service -> Network.service(service, "ACME", node, MORNING))
                .toList());

        findings("subject=" + node).body("items", hasSize(1));
        findings("ticketId=" + faults.get(0).key()).body("items.subject.id", contains(node));
    }

    @Test
    void announced_work_silences_findings_and_nothing_else() {
        String node = Network.anyNode();
        String other = Network.anyNode();
        Instant end = MORNING.plus(Duration.ofHours(1));
        know(List.of(
                Network.maintenance("CHG-" + node, node, MORNING, end, "planned", 1),
                Network.maintenance("CHG-" + other, other, MORNING, end, "planned", 1),
                Network.maintenance("CHG-" + other, other, MORNING, end, "cancelled", 2)));

        List<ToldEvent> silenced = onServicesBehind(node, 4, Duration.ofMinutes(1));
        know(silenced);
        know(onServicesBehind(other, 4, Duration.ofMinutes(1)));

        findings("subject=" + node).body("items", empty());
        findings("subject=" + other).body("items", hasSize(1));
        // the customer's ticket is known as ever
        assertThat(Tables.count("outage where ticket_id = '" + silenced.get(0).key() + "'"))
                .isOne();
    }

    @Test
    void a_reading_beyond_its_threshold_is_a_finding_and_more_of_them_join_it() {
        String service = aNewService();
        know(List.of(
                Network.reading(service, "latency", 39, 40, MORNING),
                Network.reading(service, "traffic", 900, 500, MORNING),
                Network.reading(service, "packet-loss", 2.5, 1, MORNING),
                Network.nestedReading(service, "packet-loss", 4, 1, MORNING.plusSeconds(300)),
                Network.reading(service, "packet-loss", 3, 1, MORNING.plusSeconds(600))));

        String id = findings("subject=" + service)
                .body("items.about", contains("packet-loss"))
                .extract()
                .path("items[0].id");
        read(id).body("evidence.text", hasItem("packet-loss 2.5 %, threshold 1 % at pe1"))
                .body("evidence", hasSize(3))
                .body("measure.worst", equalTo(4f))
                .body(
                        "sentence",
                        equalTo("Packet-loss on service " + service + " is beyond its threshold of 1 in 3 readings "
                                + "from 2026-03-02 08:00 UTC to 2026-03-02 08:10 UTC; the worst was 4."));

        // two days later it is another one
        know(List.of(Network.reading(service, "packet-loss", 2, 1, MORNING.plus(Duration.ofDays(2)))));
        findings("subject=" + service).body("items", hasSize(2));
    }

    @Test
    void a_reading_during_announced_work_on_its_node_is_none() {
        String node = Network.anyNode();
        String service = Network.anyService();
        know(List.of(
                Network.service(service, "ACME", node, MORNING),
                Network.maintenance("CHG-" + node, node, MORNING, MORNING.plusSeconds(3600), "planned", 1)));

        know(List.of(
                Network.reading(service, "down", 1, 1, MORNING.plusSeconds(60)),
                Network.reading(service, "down", 1, 1, MORNING.plusSeconds(7200))));

        findings("subject=" + service).body("items", hasSize(1)).body("items[0].firstAt", containsString("10:00"));
    }

    @Test
    void a_reading_that_is_none_is_parked() {
        ToldEvent poison = Network.monitoring(
                        "x", "reading", MORNING, "{\"kind\":\"packet-loss\",\"value\":2,\"threshold\":1}")
                .publish();
        know(List.of(Network.reading(aNewService(), "latency", 1, 2, MORNING)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> LocalParts.events("interspace.monitoring.v1.rfo.dlq").stream()
                        .map(Event::id)
                        .anyMatch(poison.id()::equals));
    }

    @Test
    void a_person_lets_a_finding_rest_and_then_confirms_it_for_good() {
        String id = aFinding();
        as("agent").body(Map.of()).post("/v1/findings/" + id + "/snooze").then().statusCode(422);
        as("agent")
                .body(Map.of("until", "2026-03-01T08:00:00Z"))
                .post("/v1/findings/" + id + "/snooze")
                .then()
                .statusCode(422)
                .body("violations.field", contains("until"));
        as("agent")
                .body(Map.of("until", "2026-03-03T08:00:00Z", "comment", "The carrier works on it"))
                .post("/v1/findings/" + id + "/snooze")
                .then()
                .statusCode(200)
                .body("state", equalTo("snoozed"));

        MovableClock.shared().set(Instant.parse("2026-03-03T08:00:01Z"));
        timers.fireDue();
        String version = read(id).body("state", equalTo("open"))
                .body("snoozedUntil", nullValue())
                .extract()
                .header("ETag");

        as("agent2")
                .header("If-Match", "\"1\"")
                .post("/v1/findings/" + id + "/confirm")
                .then()
                .statusCode(412);
        as("agent2")
                .header("If-Match", version)
                .body(Map.of("comment", "Seen on the graphs"))
                .post("/v1/findings/" + id + "/confirm")
                .then()
                .statusCode(200)
                .body("state", equalTo("confirmed"))
                .body("decidedBy", equalTo("Arthur Agent"))
                .body("allowedStates", empty());
        as("agent")
                .post("/v1/findings/" + id + "/dismiss")
                .then()
                .statusCode(409)
                .body("currentState", equalTo("confirmed"));
        assertThat(Tables.text(
                        "select string_agg(body::jsonb->'change'->>'decision', ',' order by position) from outbox"
                                + " where type = 'com.interspace.finding.decided.v1' and key = '" + id + "'"))
                .isEqualTo("snoozed,open,confirmed");
    }

    @Test
    void what_was_dismissed_is_not_raised_again_by_more_of_the_same() {
        String service = aNewService();
        know(faults(service, 3, Duration.ofDays(1)));
        String id = findings("subject=" + service).extract().path("items[0].id");
        as("manager").post("/v1/findings/" + id + "/dismiss").then().statusCode(200);

        know(List.of(Network.fault(service, MORNING.plus(Duration.ofDays(5)))));

        findings("subject=" + service).body("items.state", contains("dismissed"));
        read(id).body("evidence", hasSize(4));
    }

    @Test
    void findings_are_for_the_centre() {
        String id = aFinding();
        as(ANNA).get("/v1/findings").then().statusCode(403);
        as(ANNA).get("/v1/findings/" + id).then().statusCode(403);
        as("ops").get("/v1/findings/" + id).then().statusCode(200);
        as("ops").post("/v1/findings/" + id + "/confirm").then().statusCode(403);
        as("agent").get("/v1/findings/7").then().statusCode(404);
        as("agent").get("/v1/findings?state=maybe").then().statusCode(422);
        as("agent")
                .get("/v1/findings?count=true&limit=1&state=open")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void a_replay_of_everything_from_the_start_changes_nothing() throws SQLException {
        String node = Network.anyNode();
        List<ToldEvent> all = new ArrayList<>(onServicesBehind(node, 5, Duration.ofMinutes(2)));
        String service = aNewService();
        all.addAll(faults(service, 4, Duration.ofDays(2)));
        all.add(Network.cancelled(all.get(0), "x", MORNING));
        all.add(Network.maintenance("CHG-" + service, "elsewhere", MORNING, MORNING.plusSeconds(60), "planned", 1));
        all.add(Network.reading(service, "packet-loss", 2, 1, MORNING));
        all.add(Network.reading(service, "packet-loss", 3, 1, MORNING.plusSeconds(60)));
        know(all);
        String before = everything();

        all.forEach(ToldEvent::publish);
        Tables.change("delete from inbox");
        know(all);

        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() {
        StringBuilder all = new StringBuilder();
        Stream.of("incident", "fault_day", "finding", "finding_evidence", "watched_service", "maintenance_window")
                .map(table -> Tables.text(
                        "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t"))
                .forEach(all::append);
        return all.append(Tables.count("outbox")).toString();
    }

    private String aFinding() {
        String service = aNewService();
        know(List.of(Network.reading(service, "down", 1, 1, MORNING)));
        return findings("subject=" + service).extract().path("items[0].id");
    }

    private static String aNewService() {
        String service = Network.anyService();
        know(List.of(Network.service(service, "ACME", Network.anyNode(), MORNING)));
        return service;
    }

    private static List<ToldEvent> faults(String service, int many, Duration apart) {
        return IntStream.range(0, many)
                .mapToObj(i -> Network.fault(service, MORNING.plus(apart.multipliedBy(i))))
                .toList();
    }

    private static List<ToldEvent> onServicesBehind(String node, int many, Duration apart) {
        List<String> services = Stream.generate(Network::anyService).limit(many).toList();
        know(services.stream()
                .map(service -> Network.service(service, "ACME", node, MORNING))
                .toList());
        return IntStream.range(0, many)
                .mapToObj(i -> Network.fault(services.get(i), MORNING.plus(apart.multipliedBy(i))))
                .toList();
    }

    /** All at once; those of one key stay in order, others need not. */
    private static void know(List<ToldEvent> events) {
        events.forEach(ToldEvent::publish);
        Tables.await(events);
    }

    private static String[] idsOf(List<ToldEvent> faults) {
        return faults.stream().map(ToldEvent::key).toArray(String[]::new);
    }

    private static ValidatableResponse findings(String query) {
        return as("agent").get("/v1/findings?" + query).then().statusCode(200);
    }

    private static ValidatableResponse read(String id) {
        return as("agent").get("/v1/findings/" + id).then().statusCode(200);
    }

    private static List<String> raised(String findingId) {
        String ids = Tables.text("select string_agg(event_id::text, ',') from outbox where type ="
                + " 'com.interspace.finding.raised.v1' and key = '" + findingId + "'");
        return List.of(ids.split(","));
    }
}
