package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeferralTest extends TicketDeskTest {

    private static final String MONDAY_OPENING = "2026-03-02T07:00:00Z";

    @BeforeEach
    void itIsSundayNight() {
        clock.set(SUNDAY_NIGHT);
    }

    @Test
    void agreed_by_both_sides_every_clock_stands_still_until_monday_and_the_ticket_goes_on() {
        String id = aFaultThatCanWait();
        propose(AGENT, id)
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("deferral.state", equalTo("proposed"))
                .body("deferral.proposedBy", equalTo("centre"))
                .body("deferral.until", equalTo(MONDAY_OPENING));
        String promised = clockOf(id, "repair", "promised");
        answer(ANNA, id, true)
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("statusReason", equalTo("deferred"))
                .body("targets.response.due", nullValue())
                .body("targets.response.state", equalTo("paused"));
        timePasses(Duration.ofHours(10).plusMinutes(45));
        assertThat(story(id)).containsExactly("opened", "deferral-proposed", "deferred", "status-changed");
        assertThat(ticket(id).getString("status")).isEqualTo("acknowledged");
        // one hour of response, of which nothing had passed
        assertThat(ticket(id).getString("targets.response.due")).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(clockOf(id, "repair", "due")).isEqualTo("2026-03-03T07:00:00Z");
        assertThat(clockOf(id, "repair", "promised")).isEqualTo(promised).isEqualTo("2026-03-02T20:15:00Z");
    }

    @Test
    void a_proposal_that_nobody_answers_lapses_when_the_desk_opens() {
        String id = aFaultThatCanWait();
        propose(ANNA, id).statusCode(200).body("deferral.proposedBy", equalTo("customer"));
        timePasses(Duration.ofHours(10).plusMinutes(45));
        assertThat(story(id)).endsWith("deferral-lapsed");
        answer(AGENT, id, true).statusCode(409).body("detail", equalTo("No deferral is proposed."));
    }

    @Test
    void refused_is_refused_and_may_be_proposed_again() {
        String id = aFaultThatCanWait();
        propose(AGENT, id).statusCode(200);
        answer(ANNA, id, false).statusCode(200).body("status", equalTo("acknowledged"));
        propose(ANNA, id).statusCode(200);
    }

    @Test
    void nobody_answers_himself_and_nobody_else_sees_it() {
        String id = aFaultThatCanWait();
        propose(ANNA, id).statusCode(200);
        answer(PARTNER, id, true).statusCode(409).body("detail", containsString("the other side answers"));
        answer(BORIS, id, true).statusCode(404);
        propose(BORIS, id).statusCode(404);
        propose(AGENT, id).statusCode(409).body("detail", containsString("proposed already"));
    }

    @Test
    void only_a_fault_that_hurts_nobody_and_came_outside_business_hours_may_wait() {
        propose(AGENT, anOpenTicket()).statusCode(409).body("impact", equalTo("service-affecting"));
        String overnight = aFaultThatCanWait();
        clock.set(MONDAY_MORNING);
        propose(AGENT, overnight).statusCode(409).body("detail", containsString("has begun"));
        propose(AGENT, aFaultThatCanWait()).statusCode(409).body("detail", containsString("inside business hours"));
    }

    @Test
    void a_deferred_ticket_that_is_taken_up_earlier_has_its_clocks_running_again() {
        String id = aFaultThatCanWait();
        propose(AGENT, id);
        answer(ANNA, id, true);
        clock.advance(Duration.ofHours(1));
        move(id, "inProgress");
        timePasses(Duration.ofHours(10));
        assertThat(ticket(id).getString("status")).isEqualTo("inProgress");
        assertThat(clockOf(id, "repair", "due")).isEqualTo("2026-03-02T21:15:00Z");
    }

    private ValidatableResponse propose(String caller, String id) {
        return as(caller)
                .body(Map.of("reason", "Nobody is on site"))
                .post("/v1/tickets/" + id + "/deferral")
                .then();
    }

    private ValidatableResponse answer(String caller, String id, boolean accept) {
        return as(caller)
                .body(Map.of("accept", accept))
                .post("/v1/tickets/" + id + "/deferral/answer")
                .then();
    }

    private static String clockOf(String id, String name, String part) {
        return as(AGENT)
                .get("/v1/tickets/" + id + "/clock")
                .then()
                .statusCode(200)
                .extract()
                .path("clocks.find { it.name == '" + name + "' }." + part);
    }
}
