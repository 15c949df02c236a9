package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import com.interspace.escalation.fixture.ToldEvent;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ClimbingTest extends EscalationDeskTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "critical, PT30M PT1H PT2H PT4H PT8H",
        "major, PT1H PT2H PT4H PT8H PT16H",
        "minor, PT4H PT8H PT24H PT48H",
        "low, PT24H PT48H PT72H PT120H"
    })
    void every_level_of_the_default_fires_at_its_minute_and_is_told_once(String priority, String ages) {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), priority);

        Duration passed = Duration.ZERO;
        int level = 0;
        for (String age : ages.split(" ")) {
            Duration due = Duration.parse(age);
            timePasses(due.minus(passed).minus(MOMENT));
            assertThat(levelOf(ticket.id())).isEqualTo(level);
            assertThat(escalationOf(ticket.id()).getString("next.dueAt"))
                    .isEqualTo(now().plus(MOMENT).toString());
            timePasses(MOMENT);
            level++;
            assertThat(levelOf(ticket.id())).isEqualTo(level);
            passed = due;
        }
        timePasses(Duration.ofDays(30));

        assertThat(escalationOf(ticket.id()).getMap("next")).isNull();
        assertThat(eventsOf(ticket, "level-reached")).hasSize(level);
        assertThat(eventsOf(ticket, "level-skipped")).isEmpty();
    }

    @Test
    void a_level_that_is_reached_says_who_is_told() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(30));

        read(ANNA, ticket.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("level", equalTo(1))
                .body("title", equalTo("Shift lead"))
                .body("cycle", equalTo(1))
                .body("suspended", equalTo(false))
                .body("matrixVersion", equalTo(1))
                .body("next.level", equalTo(2))
                .body("next.dueAt", equalTo(now().plus(Duration.ofMinutes(30)).toString()))
                .body("history.told.flatten().email", contains("shift-lead@interspace.example"))
                .body("history[0].at", equalTo(now().toString()))
                .body("history[0].from", equalTo(0))
                .body("history[0].cause", equalTo("age"))
                .body("history[0].requestedBy", nullValue());
        JsonPath event = JsonPath.from(eventsOf(ticket, "level-reached").get(0));
        assertThat(event.getList("change.persons.email")).isEqualTo(List.of("shift-lead@interspace.example"));
        assertThat(event.getInt("escalation.next.level")).isEqualTo(2);
    }

    @Test
    void after_an_outage_only_the_highest_level_due_fires_and_those_passed_over_are_copied() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");

        timePasses(Duration.ofHours(3));

        assertThat(stepsOf(ticket.id())).containsExactly("1 skipped age", "2 skipped age", "3 reached age");
        assertThat(eventsOf(ticket, "level-reached")).hasSize(1);
        assertThat(eventsOf(ticket, "level-skipped"))
                .extracting(body -> JsonPath.from(body).getString("change.persons[0].email"))
                .containsExactly("shift-lead@interspace.example", "duty-manager@interspace.example");
        assertThat(sequencesOf(ticket)).containsExactly("1", "2", "3");
    }

    @Test
    void a_level_fires_once_however_many_look_at_the_same_time() throws Exception {
        AService service = AService.withMatrix().active();
        List<ATicket> tickets = new ArrayList<>();
        for (int count = 0; count < 10; count++) {
            tickets.add(ATicket.openOn(service, "critical"));
        }
        MovableClock.shared().advance(Duration.ofMinutes(30));

        atTheSameTime(engine::fireDue, engine::fireDue);

        for (ATicket ticket : tickets) {
            assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
            assertThat(eventsOf(ticket, "level-reached")).hasSize(1);
        }
    }

    @Test
    void a_ticket_that_somebody_is_busy_with_is_left_to_him_and_looked_at_again() throws Exception {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");

        try (Connection busy = Tables.open()) {
            busy.setAutoCommit(false);
            busy.createStatement().execute("select 1 from climb where ticket_id = '" + ticket.id() + "' for update");
            timePasses(Duration.ofMinutes(30));
            assertThat(levelOf(ticket.id())).isZero();
            busy.rollback();
        }
        engine.fireDue();

        assertThat(levelOf(ticket.id())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "ticket.resolved, resolved",
        "ticket.closed, closed",
        "ticket.cancelled, cancelled",
        "ticket.merged, cancelled",
        "ticket.rejected, rejected"
    })
    void nothing_fires_for_a_ticket_that_has_ended(String type, String status) {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        ticket.ended(type, status).tell();

        timePasses(Duration.ofDays(1));

        assertThat(levelOf(ticket.id())).isZero();
        assertThat(escalationOf(ticket.id()).getMap("next")).isNull();
    }

    @Test
    void whether_a_ticket_has_ended_is_looked_at_again_at_the_moment_of_firing() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        Tables.change(
                "update climb set status = 'resolved', running_since = null where ticket_id = '" + ticket.id() + "'");

        timePasses(Duration.ofHours(1));

        assertThat(stepsOf(ticket.id())).isEmpty();
        assertThat(Tables.count("timer where key = '" + ticket.id() + "'")).isZero();
    }

    @Test
    void a_pause_stops_the_age_and_a_resumption_goes_on_where_it_stood() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(20));
        ticket.paused().tell();
        timePasses(Duration.ofHours(5));
        assertThat(levelOf(ticket.id())).isZero();

        ticket.resumed().tell();
        timePasses(Duration.ofMinutes(10).minus(MOMENT));
        assertThat(levelOf(ticket.id())).isZero();
        timePasses(MOMENT);

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
    }

    @Test
    void a_reopened_ticket_begins_a_new_cycle_on_the_ground() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(30));
        ticket.resolved().tell();
        timePasses(Duration.ofHours(5));
        ticket.reopened().tell();

        assertThat(levelOf(ticket.id())).isZero();
        assertThat(escalationOf(ticket.id()).getInt("cycle")).isEqualTo(2);
        timePasses(Duration.ofMinutes(30));

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age", "1 reached age");
        assertThat(escalationOf(ticket.id()).getList("history.cycle")).isEqualTo(List.of(1, 2));
    }

    @Test
    void a_missed_response_lifts_at_once_and_age_goes_on_from_there() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(15));
        ticket.breached("response").tell();
        timePasses(Duration.ZERO);
        assertThat(stepsOf(ticket.id())).containsExactly("1 reached breach");

        timePasses(Duration.ofMinutes(15));
        assertThat(levelOf(ticket.id())).isEqualTo(1);
        timePasses(Duration.ofMinutes(30));

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached breach", "2 reached age");
    }

    @Test
    void a_missed_update_lifts_nobody() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(15));
        ticket.breached("update").tell();
        timePasses(Duration.ZERO);

        assertThat(levelOf(ticket.id())).isZero();
    }

    @Test
    void a_breach_told_twice_or_late_lifts_as_it_would_have_then() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(15));
        ToldEvent breached = ticket.breached("response");
        ToldEvent again = ticket.breached("response");
        timePasses(Duration.ofMinutes(17));
        ticket.noted().tell();
        breached.tell();
        again.tell();
        timePasses(Duration.ZERO);

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
    }

    @Test
    void a_target_told_as_missed_twice_lifts_from_where_it_was_first_missed_in_any_order() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(15));
        ToldEvent first = ticket.breached("repair");
        timePasses(Duration.ofMinutes(17));
        ticket.breached("repair").tell();
        first.tell();
        timePasses(Duration.ZERO);

        // at 32 minutes: level 1 by age, and no more than that by a breach at 15
        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
    }

    @Test
    void a_breach_that_comes_before_anything_else_is_known_counts_as_soon_as_it_is() {
        AService service = AService.withMatrix();
        ATicket ticket = ATicket.on(service, "critical");
        ToldEvent opened = ticket.opened();
        MovableClock.shared().advance(Duration.ofMinutes(15));
        ticket.breached("response").tell();
        timePasses(Duration.ZERO);
        assertThat(levelOf(ticket.id())).isZero();
        assertThat(escalationOf(ticket.id()).getMap("next")).isNull();

        service.activated().tell();
        timePasses(Duration.ZERO);
        opened.tell();
        timePasses(Duration.ZERO);

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached breach");
    }

    @Test
    void only_a_newer_state_replaces_the_one_that_is_known() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        ticket.noted().tell();
        ticket.noted().tell();
        ticket.noted().tell();
        ToldEvent fifth = ticket.prioritised("major");
        ToldEvent sixth = ticket.prioritised("low");
        ToldEvent seventh = ticket.prioritised("minor");

        fifth.tell();
        seventh.tell();
        sixth.tell();

        assertThat(Tables.texts(
                        "select priority || ' ' || ticket_sequence from climb where ticket_id = '" + ticket.id() + "'"))
                .containsExactly("MINOR 7");
    }

    @Test
    void a_new_priority_climbs_by_its_own_ages_and_never_comes_down() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "minor");
        timePasses(Duration.ofHours(2));
        ticket.prioritised("critical").tell();
        timePasses(Duration.ZERO);
        assertThat(levelOf(ticket.id())).isEqualTo(3);

        ticket.prioritised("low").tell();
        timePasses(Duration.ofHours(3));
        assertThat(levelOf(ticket.id())).isEqualTo(3);
        assertThat(escalationOf(ticket.id()).getInt("next.level")).isEqualTo(4);
    }

    @Test
    void a_change_of_the_matrix_does_not_touch_a_ticket_that_is_open() {
        AService service = AService.withMatrix().active();
        ATicket before = ATicket.openOn(service, "critical");
        timePasses(Duration.ofSeconds(1));
        changeMatrix(MANAGER, service.id(), aMatrix(Duration.ofSeconds(5)))
                .then()
                .statusCode(200);
        ATicket after = ATicket.openOn(service, "critical");

        timePasses(Duration.ofSeconds(5));

        assertThat(levelOf(before.id())).isZero();
        assertThat(levelOf(after.id())).isEqualTo(1);
        assertThat(escalationOf(before.id()).getInt("matrixVersion")).isEqualTo(1);
        assertThat(escalationOf(after.id()).getInt("matrixVersion")).isEqualTo(2);
    }

    @Test
    void a_ticket_keeps_the_version_of_its_opening_even_if_it_is_told_after_the_change() {
        AService service = AService.withMatrix().active();
        ToldEvent opened = ATicket.on(service, "critical").opened();
        timePasses(Duration.ofSeconds(1));
        changeMatrix(MANAGER, service.id(), aMatrix(Duration.ofSeconds(5)))
                .then()
                .statusCode(200);

        opened.tell();

        assertThat(escalationOf(opened.key()).getInt("matrixVersion")).isEqualTo(1);
    }

    @Test
    void a_ticket_without_a_contractual_matrix_climbs_the_internal_default_whose_persons_its_customer_does_not_see() {
        ATicket ticket = ATicket.openOn(AService.withoutMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(30));

        read(ANNA, ticket.id())
                .then()
                .statusCode(200)
                .body("level", equalTo(1))
                .body("matrixVersion", nullValue())
                .body("history[0].told", empty());
        read(AGENT, ticket.id()).then().body("history[0].told[0].email", equalTo("shift-lead@interspace.example"));
        assertThat(JsonPath.from(eventsOf(ticket, "level-reached").get(0)).getString("change.persons[0].email"))
                .isEqualTo("shift-lead@interspace.example");
    }

    @Test
    void a_ticket_whose_service_nobody_has_named_yet_climbs_the_internal_default() {
        ATicket ticket = ATicket.withoutService("critical");
        ticket.opened().tell();

        timePasses(Duration.ofMinutes(30));

        assertThat(levelOf(ticket.id())).isEqualTo(1);
    }

    @Test
    void a_level_with_nobody_on_it_is_passed_and_never_waited_out() {
        AService service = AService.withMatrix().active();
        Map<String, Object> matrix = aMatrix(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
        levelOf(matrix, 2).put("persons", List.of());
        levelOf(matrix, 2).put("skip", true);
        changeMatrix(MANAGER, service.id(), matrix).then().statusCode(200);
        ATicket ticket = ATicket.openOn(service, "critical");

        timePasses(Duration.ofSeconds(5));
        assertThat(escalationOf(ticket.id()).getInt("next.level")).isEqualTo(3);
        timePasses(Duration.ofSeconds(5));

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age", "2 skipped age", "3 reached age");
        assertThat(escalationOf(ticket.id()).getString("history[1].reason")).isEqualTo("left-out");
    }

    @Test
    void a_level_with_nobody_reachable_at_that_hour_is_passed_at_once_with_an_alarm() {
        AService service = AService.withMatrix().active();
        Map<String, Object> matrix = aMatrix(Duration.ofSeconds(5), Duration.ofSeconds(10));
        // it is ten in the morning in Sofia
        personsOf(matrix, 1).set(0, Map.of("name", "Owl", "email", "owl@interspace.example", "hours", "20:00-08:00"));
        changeMatrix(MANAGER, service.id(), matrix).then().statusCode(200);
        ATicket ticket = ATicket.openOn(service, "critical");
        double alarms = alarmsOnLevel("1");

        timePasses(Duration.ofSeconds(5));

        assertThat(stepsOf(ticket.id())).containsExactly("1 skipped age", "2 reached age");
        assertThat(escalationOf(ticket.id()).getString("history[0].reason")).isEqualTo("nobody-reachable");
        assertThat(JsonPath.from(eventsOf(ticket, "level-skipped").get(0)).getString("change.persons[0].email"))
                .isEqualTo("owl@interspace.example");
        assertThat(alarmsOnLevel("1")).isEqualTo(alarms + 1);
    }

    @Test
    void one_ticket_whose_firing_fails_holds_up_no_other() {
        AService service = AService.withMatrix().active();
        ATicket broken = ATicket.openOn(service, "critical");
        ATicket sound = ATicket.openOn(service, "critical");
        Tables.change(
                "insert into climb_step (ticket_id, cycle, level, from_level, title, outcome, cause, told, at, version)"
                        + " values ('" + broken.id()
                        + "', 1, 1, 0, '', 'REACHED', 'AGE', '{\"persons\":[]}', now(), 1)");

        timePasses(Duration.ofMinutes(30));

        assertThat(levelOf(sound.id())).isEqualTo(1);
        assertThat(levelOf(broken.id())).isZero();
        assertThat(eventsOf(broken, "level-reached")).isEmpty();
    }

    @Test
    void everything_told_again_from_the_start_changes_nothing() {
        AService service = AService.withMatrix();
        ATicket ticket = ATicket.on(service, "critical");
        List<ToldEvent> told = new ArrayList<>();
        told.add(service.activated().tell());
        told.add(ticket.opened().tell());
        timePasses(Duration.ofMinutes(15));
        told.add(ticket.breached("response").tell());
        timePasses(Duration.ofHours(1));
        told.add(ticket.resolved().tell());
        told.add(ticket.reopened().tell());
        timePasses(Duration.ofMinutes(40));
        String before = Tables.everything();

        told.forEach(ToldEvent::publish);
        // events of one key stay in order, so after these two everything before them has been seen
        service.activated().outdated().tell();
        ticket.noted().outdated().tell();
        engine.fireDue();
        Tables.change("delete from ticket_news where sequence = 0");

        assertThat(Tables.everything()).isEqualTo(before);
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_and_the_next_one_is_applied() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        ToldEvent poison = ticket.noted();
        poison.withBody("{\"change\":{},\"ticket\":{\"id\":").publish();
        ticket.prioritised("low").tell();

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        LocalParts.events("interspace.ticket.v1.escalation.dlq"))
                .anyMatch(parked -> poison.id().equals(parked.headers().get("ce_id"))));
        assertThat(escalationOf(ticket.id()).getInt("level")).isZero();
    }

    @Test
    void an_event_that_lacks_what_is_needed_is_parked_and_leaves_nothing() {
        ATicket ticket = ATicket.on(AService.withMatrix().active(), "critical");
        ToldEvent opened = ticket.opened();
        ToldEvent odd = opened.withBody(opened.body().replace("\"critical\"", "\"enormous\""))
                .publish();

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        LocalParts.events("interspace.ticket.v1.escalation.dlq"))
                .anyMatch(parked -> odd.id().equals(parked.headers().get("ce_id"))));
        read(AGENT, ticket.id()).then().statusCode(404);
    }

    @Test
    void an_event_of_an_unknown_type_is_skipped() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        ToldEvent unknown = ticket.prioritised("low")
                .withType("com.interspace.ticket.painted.v1")
                .publish();
        ticket.prioritised("major").tell();

        assertThat(Tables.count("inbox where event_id = '" + unknown.id() + "'"))
                .isZero();
        assertThat(LocalParts.events("interspace.ticket.v1.escalation.dlq"))
                .noneMatch(parked -> unknown.id().equals(parked.headers().get("ce_id")));
    }

    @Test
    void a_service_and_its_tickets_that_arrive_together_find_each_other() {
        for (int round = 0; round < 5; round++) {
            AService service = AService.withMatrix();
            ATicket ticket = ATicket.on(service, "critical");
            ToldEvent opened = ticket.opened().publish();
            ToldEvent activated = service.activated().publish();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            Tables.count("inbox where event_id in ('" + opened.id() + "', '" + activated.id() + "')")
                                    == 2);

            assertThat(escalationOf(ticket.id()).getInt("next.level")).isEqualTo(1);
        }
    }

    private double alarmsOnLevel(String level) {
        Counter counter = metrics.find("interspace.escalation.nobody.reachable")
                .tag("level", level)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static List<String> eventsOf(ATicket ticket, String word) {
        return Tables.texts("select body from outbox where key = '" + ticket.id()
                + "' and type = 'com.interspace.escalation." + word + ".v1' order by position");
    }

    private static List<String> sequencesOf(ATicket ticket) {
        return Tables.texts("select sequence from outbox where key = '" + ticket.id() + "' order by position");
    }

    private static void atTheSameTime(Callable<?> one, Callable<?> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> done : two.invokeAll(List.of(one::call, other::call))) {
                done.get();
            }
        } finally {
            two.shutdownNow();
        }
    }
}
