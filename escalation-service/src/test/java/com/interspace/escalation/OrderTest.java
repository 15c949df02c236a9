package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the centre orders: acknowledge, suspend, resume, de-escalate. */
@QuarkusTest
class OrderTest extends EscalationDeskTest {

    private static final Map<String, ?> AGREED =
            Map.of("reason", "The splice takes until noon", "requestedBy", "Anna Petrova");

    @Test
    void an_acknowledgement_says_who_and_when_and_is_told_once() {
        ATicket ticket = aTicketOnLevelOne();
        timePasses(Duration.ofMinutes(4));

        order(AGENT, ticket, "acknowledge", Map.of("acknowledgedBy", "Ivan Georgiev, shift lead"))
                .then()
                .statusCode(200)
                .body("history[0].acknowledgedAt", equalTo(now().toString()))
                .body("history[0].acknowledgedBy", equalTo("Ivan Georgiev, shift lead"));
        String at = now().toString();
        timePasses(Duration.ofMinutes(1));
        order(MANAGER, ticket, "acknowledge", Map.of()).then().body("history[0].acknowledgedAt", equalTo(at));

        assertThat(eventsOf(ticket, "acknowledged")).isEqualTo(1);
        JsonPath event = eventOf(ticket, "acknowledged");
        assertThat(event.getString("change.by")).isEqualTo(AGENT);
        assertThat(event.getInt("change.level")).isEqualTo(1);
        assertThat(event.getInt("escalation.version")).isEqualTo(2);
    }

    @Test
    void an_acknowledgement_needs_no_words() {
        ATicket ticket = aTicketOnLevelOne();

        as(AGENT)
                .post("/v1/escalations/" + ticket.id() + "/acknowledge")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("history[0].acknowledgedAt", equalTo(now().toString()));
    }

    @Test
    void nobody_is_told_of_a_level_after_its_acknowledgement_and_the_next_level_fires_at_its_minute() {
        ATicket ticket = aTicketOnLevelOne();
        order(AGENT, ticket, "acknowledge", Map.of()).then().statusCode(200);

        timePasses(Duration.ofMinutes(30).minusMillis(1));
        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age");
        timePasses(Duration.ofMillis(1));

        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age", "2 reached age");
        assertThat(escalationOf(ticket.id()).getString("history[1].acknowledgedAt"))
                .isNull();
    }

    @Test
    void an_earlier_level_can_still_be_acknowledged_and_one_that_was_not_reached_cannot() {
        ATicket ticket = aTicketOnLevelOne();
        timePasses(Duration.ofMinutes(30));

        order(AGENT, ticket, "acknowledge", Map.of("level", 1))
                .then()
                .statusCode(200)
                .body("history[0].acknowledgedAt", equalTo(now().toString()))
                .body("history[1].acknowledgedAt", nullValue());
        order(AGENT, ticket, "acknowledge", Map.of("level", 3))
                .then()
                .statusCode(409)
                .body("level", equalTo(2))
                .body("wanted", equalTo(3));
        order(AGENT, ATicket.openOn(AService.withMatrix().active(), "low"), "acknowledge", Map.of())
                .then()
                .statusCode(409);
    }

    @Test
    void a_suspended_ticket_does_not_climb_by_itself_and_makes_up_for_it_when_it_is_resumed() {
        ATicket ticket = aTicketOnLevelOne();
        order(AGENT, ticket, "suspend", AGREED)
                .then()
                .statusCode(200)
                .body("suspended", equalTo(true))
                .body("next", nullValue())
                .body("history[1].outcome", equalTo("suspended"))
                .body("history[1].requestedBy", equalTo("Anna Petrova"))
                .body("history[1].reason", equalTo("The splice takes until noon"));
        timePasses(Duration.ofHours(3));
        ticket.breached("repair").tell();
        timePasses(Duration.ZERO);
        assertThat(levelOf(ticket.id())).isEqualTo(1);

        order(AGENT, ticket, "resume", Map.of("reason", "The splice failed"))
                .then()
                .statusCode(200)
                .body("suspended", equalTo(false))
                .body("next.dueAt", equalTo(now().toString()));
        timePasses(Duration.ZERO);

        assertThat(stepsOf(ticket.id()))
                .containsExactly(
                        "1 reached age",
                        "1 suspended centre",
                        "1 resumed centre",
                        "2 skipped breach",
                        "3 skipped breach",
                        "4 reached breach");
        assertThat(eventOf(ticket, "suspended").getBoolean("escalation.suspended"))
                .isTrue();
        assertThat(eventOf(ticket, "suspended").getString("change.persons[0].email"))
                .isEqualTo("shift-lead@interspace.example");
        assertThat(eventOf(ticket, "resumed").getBoolean("escalation.suspended"))
                .isFalse();
    }

    @Test
    void the_customer_of_a_suspended_ticket_may_still_ask() {
        ATicket ticket = aTicketOnLevelOne();
        order(AGENT, ticket, "suspend", AGREED).then().statusCode(200);

        ask(ANNA, ticket.id(), Map.of("reason", "progress"))
                .then()
                .statusCode(200)
                .body("level", equalTo(2))
                .body("suspended", equalTo(true));
    }

    @Test
    void what_is_so_already_is_not_written_down_again() {
        ATicket ticket = aTicketOnLevelOne();
        order(AGENT, ticket, "suspend", AGREED).then().statusCode(200);

        order(AGENT, ticket, "suspend", AGREED).then().statusCode(200).body("history", hasSize(2));
        order(AGENT, ticket, "resume", AGREED).then().statusCode(200);
        order(AGENT, ticket, "resume", AGREED).then().statusCode(200).body("history", hasSize(3));
        order(AGENT, ticket, "de-escalate", down(1)).then().statusCode(200).body("history", hasSize(3));
    }

    @Test
    void a_suspension_ends_with_the_reopening_of_the_ticket() {
        ATicket ticket = aTicketOnLevelOne();
        order(AGENT, ticket, "suspend", AGREED).then().statusCode(200);
        ticket.resolved().tell();
        ticket.reopened().tell();

        timePasses(Duration.ofMinutes(30));

        assertThat(escalationOf(ticket.id()).getBoolean("suspended")).isFalse();
        assertThat(levelOf(ticket.id())).isEqualTo(1);
    }

    @Test
    void a_ticket_that_is_taken_down_begins_a_new_cycle_there_and_its_age_goes_on() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofHours(2));

        order(MANAGER, ticket, "de-escalate", down(1))
                .then()
                .statusCode(200)
                .body("level", equalTo(1))
                .body("title", equalTo("Shift lead"))
                .body("cycle", equalTo(2))
                .body("next.level", equalTo(4))
                .body("next.dueAt", equalTo(now().plus(Duration.ofHours(2)).toString()))
                .body("history[3].outcome", equalTo("de-escalated"))
                .body("history[3].from", equalTo(3))
                .body("history[3].to", equalTo(1))
                .body(
                        "history[3].told.email",
                        contains(
                                "shift-lead@interspace.example",
                                "duty-manager@interspace.example",
                                "head-of-operations@interspace.example"));
        timePasses(Duration.ofMinutes(119));
        assertThat(levelOf(ticket.id())).isEqualTo(1);
        timePasses(Duration.ofMinutes(1));

        assertThat(stepsOf(ticket.id()).subList(4, 7))
                .containsExactly("2 skipped age", "3 skipped age", "4 reached age");
        assertThat(escalationOf(ticket.id()).getList("history[4..6].cycle")).containsOnly(2);
        assertThat(eventOf(ticket, "de-escalated").getInt("escalation.cycle")).isEqualTo(2);
    }

    @Test
    void a_target_missed_after_a_ticket_was_taken_down_lifts_it_from_there_and_an_older_one_does_not() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(15));
        ticket.breached("response").tell();
        timePasses(Duration.ZERO);
        order(AGENT, ticket, "de-escalate", down(0)).then().statusCode(200).body("level", equalTo(0));
        timePasses(Duration.ofMinutes(5));
        assertThat(levelOf(ticket.id())).isZero();

        ticket.breached("repair").tell();
        timePasses(Duration.ZERO);

        assertThat(levelOf(ticket.id())).isEqualTo(1);
        assertThat(escalationOf(ticket.id()).getInt("cycle")).isEqualTo(2);
    }

    @Test
    void the_cycle_goes_on_counting_when_a_ticket_that_was_taken_down_is_reopened() {
        ATicket ticket = aTicketOnLevelOne();
        order(AGENT, ticket, "de-escalate", down(0)).then().body("cycle", equalTo(2));
        ticket.resolved().tell();
        ticket.reopened().tell();

        timePasses(Duration.ofMinutes(30));

        assertThat(escalationOf(ticket.id()).getInt("cycle")).isEqualTo(3);
        assertThat(stepsOf(ticket.id())).containsExactly("1 reached age", "0 de-escalated centre", "1 reached age");
    }

    @Test
    void a_ticket_is_not_taken_up_by_taking_it_down() {
        ATicket ticket = aTicketOnLevelOne();

        order(AGENT, ticket, "de-escalate", down(2))
                .then()
                .statusCode(409)
                .body("level", equalTo(1))
                .body("wanted", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "resume", "de-escalate"})
    void nothing_is_ordered_about_a_ticket_that_has_ended(String word) {
        ATicket ticket = aTicketOnLevelOne();
        ticket.resolved().tell();

        order(AGENT, ticket, word, down(0)).then().statusCode(409).body("ticketStatus", equalTo("resolved"));
        order(AGENT, ticket, "acknowledge", Map.of()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "suspend", "resume", "de-escalate"})
    void only_the_centre_orders_and_only_about_what_is_there(String word) {
        ATicket ticket = aTicketOnLevelOne();

        for (String who : new String[] {ANNA, PARTNER, OPS, PROVISIONING}) {
            order(who, ticket, word, down(0)).then().statusCode(403);
        }
        as(AGENT)
                .body(down(1))
                .post("/v1/escalations/IS-0000000-0/" + word)
                .then()
                .statusCode(404);
        as(AGENT)
                .body("{\"reason\"")
                .post("/v1/escalations/" + ticket.id() + "/" + word)
                .then()
                .statusCode(400);
        as(AGENT)
                .header("If-Match", "\"77\"")
                .body(down(1))
                .post("/v1/escalations/" + ticket.id() + "/" + word)
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(1));
        assertThat(stepsOf(ticket.id())).hasSize(1);
    }

    @Test
    void a_ticket_that_is_given_a_service_nobody_knows_yet_can_be_read_and_suspended_but_not_moved() {
        AService service = AService.withMatrix();
        ATicket ticket = ATicket.withoutService("critical");
        ticket.opened().tell();
        timePasses(Duration.ofMinutes(30));
        ticket.named(service).tell();

        read(ANNA, ticket.id()).then().statusCode(200).body("level", equalTo(1)).body("title", nullValue());
        order(AGENT, ticket, "suspend", AGREED).then().statusCode(200);
        order(AGENT, ticket, "de-escalate", down(0)).then().statusCode(409).header("Retry-After", "1");
        service.activated().tell();
        order(AGENT, ticket, "de-escalate", down(0)).then().statusCode(200).body("matrixVersion", equalTo(1));
    }

    @Test
    void an_order_that_is_incomplete_names_every_field() {
        ATicket ticket = aTicketOnLevelOne();

        order(AGENT, ticket, "suspend", Map.of("requestedBy", "x".repeat(101)))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("reason", "requestedBy"));
        order(AGENT, ticket, "de-escalate", Map.of("level", -1))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("reason", "level"));
        order(AGENT, ticket, "de-escalate", Map.of("reason", "Fine"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("level"));
        order(AGENT, ticket, "acknowledge", Map.of("level", 0, "acknowledgedBy", " "))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("level", "acknowledgedBy"));
    }

    private ATicket aTicketOnLevelOne() {
        ATicket ticket = ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(30));
        return ticket;
    }

    private static Map<String, ?> down(int level) {
        return Map.of("level", level, "reason", "Traffic is back");
    }

    private static Response order(String who, ATicket ticket, String word, Map<String, ?> body) {
        return as(who).body(body).post("/v1/escalations/" + ticket.id() + "/" + word);
    }

    private static long eventsOf(ATicket ticket, String word) {
        return Tables.count(
                "outbox where key = '" + ticket.id() + "' and type = 'com.interspace.escalation." + word + ".v1'");
    }

    private static JsonPath eventOf(ATicket ticket, String word) {
        return JsonPath.from(Tables.texts("select body from outbox where key = '" + ticket.id()
                        + "' and type = 'com.interspace.escalation." + word + ".v1'")
                .get(0));
    }
}
