package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.as;
import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.published;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.writeTheRest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Network;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports of the desk, as JSON and as CSV. */
@QuarkusTest
class ReportsTest {

    private static final String MAY_2027 = "/v1/rfo-reports/rfo-timeliness?from=2027-05-01&to=2027-05-31";

    @BeforeEach
    void it_is_a_monday_in_may_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2027-05-10T09:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @Test
    void the_timeliness_of_rfos_is_told_by_the_month_of_the_request() {
        // given one in time, one late, one late and open, one withdrawn, and one that has time left
        published(known(TicketStory.aResolvedTicket()));
        String late = requested(known(TicketStory.aResolvedTicket()));
        requested(known(TicketStory.aResolvedTicket()));
        move("agent", requested(known(TicketStory.aResolvedTicket())), "withdrawn");
        MovableClock.shared().set(Instant.parse("2027-05-26T09:00:00Z"));
        writeTheRest("agent", late);
        move("agent", late, "inReview");
        move("agent2", late, "approved");
        move("agent2", late, "published").then().statusCode(200);
        requested(known(TicketStory.aResolvedTicket()));

        as("manager")
                .get(MAY_2027)
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Sofia"))
                .body("items.month", contains("2027-05"))
                .body("items[0].requested", equalTo(5))
                .body("items[0].publishedInTime", equalTo(1))
                .body("items[0].publishedLate", equalTo(1))
                .body("items[0].openInTime", equalTo(1))
                .body("items[0].openLate", equalTo(1))
                .body("items[0].withdrawn", equalTo(1))
                .body("items[0].inTimePercent", equalTo(33.3f));
        String csv = as("manager")
                .accept("text/csv")
                .get(MAY_2027)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"rfo-timeliness.csv\"")
                .extract()
                .asString();
        assertThat(csv)
                .isEqualTo("month,requested,publishedInTime,publishedLate,openInTime,openLate,withdrawn,inTimePercent"
                        + "\r\n2027-05,5,1,1,1,1,1,33.3\r\n");
    }

    @Test
    void availability_counts_what_tickets_call_service_affecting_and_a_customer_reads_his_own() {
        Tables.await(
                News.ofService("IS-DIA-0501").publish(),
                News.ofServiceOfGlobex("IS-ETH-0502").publish());
        // two tickets on one service, both from 08:10 to 10:00, and one that was no outage
        known(TicketStory.aResolvedTicketOn("IS-DIA-0501"));
        known(TicketStory.aCriticalTicketOf("ACME", "IS-DIA-0501").resolved().closed());
        known(TicketStory.aCriticalTicketOf("GLOBEX", "IS-ETH-0502").cancelled());
        String march = "/v1/rfo-reports/availability?from=2026-03-01&to=2026-04-30";

        String csv = as(ANNA).accept("text/csv")
                .get(march)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv.lines())
                .first()
                .isEqualTo("serviceId,account,month,tickets,downtime,availabilityPercent,"
                        + "maintenanceDowntime,availabilityOutsideMaintenancePercent");
        assertThat(csv)
                .contains(
                        "IS-DIA-0501,ACME,2026-03,2,PT1H50M,99.7532,PT0S,99.7532\r\n",
                        "IS-DIA-0501,ACME,2026-04,0,PT0S,100.0,PT0S,100.0\r\n")
                .doesNotContain("GLOBEX", "IS-ETH-0502");
        assertThat(as("agent").accept("text/csv").get(march).asString())
                .contains("IS-ETH-0502,GLOBEX,2026-03,0,PT0S,100.0,PT0S,100.0\r\n");
    }

    @Test
    void downtime_in_announced_maintenance_is_told_apart_and_still_counts() {
        String service = Network.anyService();
        String node = Network.anyNode();
        Instant beforeTheFault = Instant.parse("2026-03-02T08:00:00Z");
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        Tables.await(
                Network.service(service, "ACME", node, Instant.parse("2026-03-01T09:00:00Z"))
                        .publish(),
                Network.maintenance("CHG-1-" + node, node, beforeTheFault, nine, "planned", 1)
                        .publish(),
                Network.maintenance("CHG-2-" + node, node, nine, nine.plusSeconds(7200), "cancelled", 1)
                        .publish());
        // down from 08:10 to 10:00
        known(TicketStory.aResolvedTicketOn(service));

        String csv = as(ANNA).accept("text/csv")
                .get("/v1/rfo-reports/availability?from=2026-03-01&to=2026-03-31")
                .asString();

        assertThat(csv).contains(service + ",ACME,2026-03,1,PT1H50M,99.7532,PT50M,99.8654\r\n");
    }

    @Test
    void the_downtimes_of_a_period_are_found_by_index() throws SQLException {
        Tables.change("insert into downtime select 'T' || n, timestamptz '1990-01-01' + n * interval '1 hour',"
                + " timestamptz '1990-01-01' + n * interval '1 hour' + interval '9 minutes', 'S', 'NOBODY'"
                + " from generate_series(1, 20000) n");
        Tables.change("analyze downtime");

        String plan = Tables.all("explain select * from downtime where tstzrange(started, ended)"
                + " && tstzrange('1991-03-01', '1991-03-08')");

        Tables.change("delete from downtime where account = 'NOBODY'");
        assertThat(plan).contains("downtime_when").doesNotContain("Seq Scan");
    }

    @Test
    void the_reports_are_listed_and_an_unknown_one_is_404() {
        as("agent")
                .get("/v1/rfo-reports")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("rfo-timeliness", "availability"));
        as("agent").get("/v1/rfo-reports/horoscope").then().statusCode(404);
    }

    @Test
    void a_report_on_our_own_work_is_not_for_customers() {
        as(ANNA).get(MAY_2027).then().statusCode(403).body("detail", containsString("for the service centre"));
        as("ops").get(MAY_2027).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2027-05-02&to=2027-05-01",
                "from=2020-01-01&to=2027-01-01",
                "to=0001-01-01"
            })
    void an_impossible_period_is_422(String query) {
        as("agent").get("/v1/rfo-reports/rfo-timeliness?" + query).then().statusCode(422);
    }

    /** The lists of other tests begin with the newest request, and these are of another year. */
    @AfterEach
    void nothing_of_that_year_stays_open() {
        List<String> open = as("agent")
                .get("/v1/rfos?status=draft&limit=200")
                .path("items.findAll { it.requestedAt >= '2027' }.id");
        open.forEach(id -> move("agent", id, "withdrawn").then().statusCode(200));
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
