package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What went wrong with escalations in other systems; the trackers' threads are named. */
@QuarkusTest
class LessonsTest extends EscalationDeskTest {

    /** grafana/oncall#1206. */
    @Test
    void a_chain_that_a_pause_has_stopped_goes_on_after_a_restart_because_its_timer_is_in_the_database() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(10));
        ticket.paused().tell();
        assertThat(timersOf(ticket)).isEmpty();

        ticket.resumed().tell();

        assertThat(timersOf(ticket))
                .containsExactly(now().plus(Duration.ofMinutes(20)).toString());
    }

    /** grafana/oncall#1931 and #1187: the wait is kept, and everything is looked at again when it is over. */
    @Test
    void a_timer_that_rings_too_early_moves_nothing_and_is_set_right() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        Tables.change("update timer set due_at = '" + now() + "' where key = '" + ticket.id() + "'");

        timePasses(Duration.ofMinutes(1));

        assertThat(levelOf(ticket.id())).isZero();
        assertThat(timersOf(ticket))
                .containsExactly(now().plus(Duration.ofMinutes(29)).toString());
    }

    /** znuny#200, zammad#904. */
    @Test
    void a_ticket_merged_into_another_climbs_no_more() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(30));
        ticket.ended("ticket.merged", "cancelled").tell();

        timePasses(Duration.ofDays(2));

        assertThat(levelOf(ticket.id())).isEqualTo(1);
        assertThat(timersOf(ticket)).isEmpty();
    }

    /** zammad#4353. */
    @Test
    void a_ticket_opened_after_the_contract_has_lost_its_matrix_climbs_the_internal_default() {
        AService service = AService.withMatrix().active();
        ATicket before = ATicket.openOn(service, "critical");
        timePasses(Duration.ofSeconds(1));
        service.withdrawnMatrix().tell();
        ATicket after = ATicket.openOn(service, "critical");

        timePasses(Duration.ofMinutes(30));

        assertThat(escalationOf(before.id()).getInt("matrixVersion")).isEqualTo(1);
        assertThat(escalationOf(after.id()).<Integer>get("matrixVersion")).isNull();
        assertThat(levelOf(after.id())).isEqualTo(1);
        readMatrix(ANNA, service.id()).then().statusCode(404);
    }

    /** zammad#4348: the same level on the same day, in another cycle, is told again. */
    @Test
    void the_second_legitimate_escalation_of_a_day_is_told_too() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(30));
        ticket.resolved().tell();
        ticket.reopened().tell();
        timePasses(Duration.ofMinutes(30));

        assertThat(Tables.texts("select body::jsonb #>> '{change,cycle}' from outbox where key = '" + ticket.id()
                        + "' and type like '%level-reached%' order by position"))
                .containsExactly("1", "2");
    }

    /** glpi#15870: what one level has done does not stop the next one. */
    @Test
    void neither_a_request_nor_an_acknowledgement_nor_an_order_stops_the_next_level() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        ask(ANNA, ticket.id(), Map.of("reason", "progress")).then().statusCode(200);
        for (String order : List.of("acknowledge", "suspend", "resume")) {
            as(AGENT)
                    .body(Map.of("reason", "Agreed"))
                    .post("/v1/escalations/" + ticket.id() + "/" + order)
                    .then()
                    .statusCode(200);
        }

        timePasses(Duration.ofHours(1));

        assertThat(levelOf(ticket.id())).isEqualTo(2);
    }

    /** goalert#912: once per event, not once per person. */
    @Test
    void a_level_with_several_persons_is_reached_once_and_tells_them_in_contact_order() {
        AService service = AService.withMatrix().active();
        Map<String, Object> matrix = aMatrix(Duration.ofSeconds(5));
        personsOf(matrix, 1).add(Map.of("name", "Second", "email", "second@interspace.example"));
        changeMatrix(MANAGER, service.id(), matrix).then().statusCode(200);
        ATicket ticket = ATicket.openOn(service, "critical");

        timePasses(Duration.ofSeconds(5));

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
        assertThat(escalationOf(ticket.id()).getList("history[0].told.email"))
                .isEqualTo(List.of("p1@interspace.example", "second@interspace.example"));
        assertThat(Tables.count("outbox where key = '" + ticket.id() + "'")).isEqualTo(1);
    }

    /** A deferral is a pause like any other, by whichever event it is told. */
    @Test
    void a_deferred_ticket_does_not_climb_until_the_deferral_has_ended() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "low");
        ticket.ended("ticket.deferred", "pending").tell();
        timePasses(Duration.ofHours(40));
        assertThat(levelOf(ticket.id())).isZero();

        ticket.resumed().tell();
        timePasses(Duration.ofHours(24));

        assertThat(levelOf(ticket.id())).isEqualTo(1);
    }

    /** Two processes share the work, and one dies with timers in its hands. */
    @Test
    void what_a_dying_process_had_claimed_is_fired_once_by_the_other() throws Exception {
        AService service = AService.withMatrix().active();
        List<ATicket> tickets = new ArrayList<>();
        for (int count = 0; count < 6; count++) {
            tickets.add(ATicket.openOn(service, "critical"));
        }
        MovableClock.shared().advance(Duration.ofMinutes(30));
        try (Connection dying = Tables.open()) {
            dying.setAutoCommit(false);
            dying.createStatement()
                    .execute("delete from timer where key in ('"
                            + tickets.get(0).id() + "', '" + tickets.get(1).id() + "')");
            engine.fireDue();
            assertThat(levelOf(tickets.get(0).id())).isZero();
            assertThat(levelOf(tickets.get(5).id())).isEqualTo(1);
        }

        Awaitility.await().untilAsserted(() -> {
            engine.fireDue();
            assertThat(Tables.count("timer where due_at <= '" + now() + "'")).isZero();
        });

        for (ATicket ticket : tickets) {
            assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
        }
    }

    private static List<String> timersOf(ATicket ticket) {
        return Tables.texts("select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from timer"
                + " where key = '" + ticket.id() + "'");
    }
}
