package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportsTest extends EscalationDeskTest {

    /** A day of its own for each test, so that the others' tickets do not count. */
    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    private AService service;

    private void threeTicketsOnTheDay(int days) {
        MovableClock.shared().set(JULY.plus(Duration.ofDays(days)));
        service = AService.withMatrix().active();
        ATicket first = ATicket.openOn(service, "critical");
        ATicket second = ATicket.openOn(service, "critical");
        ATicket.openOn(AService.withoutMatrix().active(), "low");
        timePasses(Duration.ofMinutes(30));
        acknowledged(first, Duration.ofMinutes(4));
        acknowledged(second, Duration.ofMinutes(4));
        ask(ANNA, first.id(), Map.of("reason", "progress")).then().statusCode(200);
        second.resolved().tell();
    }

    @Test
    void escalations_are_counted_by_level_cause_service_and_month() {
        threeTicketsOnTheDay(1);

        report(AGENT, "by-level", 1)
                .then()
                .statusCode(200)
                .body("columns", contains("level", "escalations", "tickets"))
                .body("from", equalTo("2026-07-02"))
                .body("zone", equalTo("Europe/Sofia"))
                .body("items.level", contains(1, 2))
                .body("items.escalations", contains(2, 1));
        report(MANAGER, "by-cause", 1)
                .then()
                .body("items.cause", contains("age", "customer"))
                .body("items.tickets", contains(2, 1));
        report(OPS, "by-service", 1)
                .then()
                .body("items.serviceId", contains(service.id()))
                .body("items.escalations", contains(3))
                .body("items.highestLevel", contains(2));
        report(AGENT, "by-month", 1).then().body("items.month", contains("2026-07"));
    }

    @Test
    void the_time_from_level_to_acknowledgement_is_counted_by_level() {
        threeTicketsOnTheDay(2);

        report(AGENT, "acknowledgement", 2)
                .then()
                .statusCode(200)
                .body("items[0].escalations", equalTo(2))
                .body("items[0].acknowledged", equalTo(2))
                .body("items[0].median", equalTo("PT6M"))
                .body("items[0].longest", equalTo("PT8M"))
                .body("items[1].acknowledged", equalTo(0))
                .body("items[1].median", equalTo(null));
    }

    @Test
    void a_spreadsheet_gets_csv() {
        threeTicketsOnTheDay(3);

        String csv = as(AGENT)
                .accept("text/csv")
                .get("/v1/escalation-reports/by-cause?from=2026-07-04&to=2026-07-04")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv).isEqualTo("cause,escalations,tickets\r\nage,2,2\r\ncustomer,1,1\r\n");
    }

    @Test
    void a_customer_sees_the_figures_of_his_own_tickets_only() {
        threeTicketsOnTheDay(4);

        report(ANNA, "by-level", 4).then().statusCode(200).body("items.escalations", contains(2, 1));
        report(PARTNER, "by-service", 4).then().body("items.serviceId", contains(service.id()));
        report(BORIS, "by-level", 4).then().statusCode(200).body("items", empty());
        report(BORIS, "by-service", 4).then().body("items", empty());
    }

    @Test
    void without_days_a_report_covers_twelve_months() {
        as(AGENT)
                .get("/v1/escalation-reports/by-month")
                .then()
                .statusCode(200)
                .body("from", equalTo("2025-04-01"))
                .body("to", equalTo("2026-03-31"));
        as(ANNA).get("/v1/escalation-reports").then().statusCode(200).body("items.name", hasItem("acknowledgement"));
    }

    @Test
    void days_that_are_none_are_refused_and_unknown_reports_not_found() {
        as(AGENT)
                .get("/v1/escalation-reports/by-level?from=1.4.2026&to=2026-02-30")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("from", "to"));
        as(AGENT)
                .get("/v1/escalation-reports/by-level?from=2026-04-02&to=2026-04-01")
                .then()
                .statusCode(422);
        as(AGENT)
                .get("/v1/escalation-reports/by-level?from=2016-04-02&to=2026-04-01")
                .then()
                .statusCode(422);
        as(AGENT).get("/v1/escalation-reports/by-colour").then().statusCode(404);
        as(PROVISIONING).get("/v1/escalation-reports/by-level").then().statusCode(403);
    }

    @Test
    void a_report_reads_only_the_levels_of_its_period() {
        // given: two years of levels, in a table with the same indexes
        Tables.change("create table steps_of_years (like climb_step including all)");
        Tables.change(
                """
                insert into steps_of_years (ticket_id, cycle, level, from_level, title, outcome, cause, told, at, version)
                select 'IS-' || n, 1, 1, 0, 'Shift lead', 'REACHED', 'AGE', '[]',
                    timestamptz '2026-07-02' - n * interval '1 hour', 1
                from generate_series(1, 17520) n""");
        Tables.change("analyze steps_of_years");

        String plan = String.join(
                "\n",
                Tables.texts("explain select level, count(*) from steps_of_years step where outcome = 'REACHED'"
                        + " and at >= '2026-07-01' and at < '2026-07-02' group by 1"));

        Tables.change("drop table steps_of_years");
        assertThat(plan).contains("Index Cond: ((at >= ").doesNotContain("Seq Scan");
    }

    private void acknowledged(ATicket ticket, Duration after) {
        MovableClock.shared().advance(after);
        as(AGENT).post("/v1/escalations/" + ticket.id() + "/acknowledge").then().statusCode(200);
    }

    private static Response report(String who, String name, int days) {
        String day = "2026-07-0" + (days + 1);
        return as(who).get("/v1/escalation-reports/" + name + "?from=" + day + "&to=" + day);
    }
}
