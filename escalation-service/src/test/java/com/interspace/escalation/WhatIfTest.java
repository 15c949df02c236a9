package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhatIfTest extends EscalationDeskTest {

    @Test
    void the_matrix_that_really_was_gives_what_really_happened() {
        AService service = AService.withMatrix().active();
        Map<String, Object> same = readMatrix(AGENT, service.id()).jsonPath().getMap("");
        ATicket ticket = aTicketToWhichEverythingHappens(service);

        JsonPath answer =
                tryOut(MANAGER, service, same).then().statusCode(200).extract().jsonPath();

        List<Map<String, Object>> actual = answer.getList("items[0].actual");
        assertThat(actual).hasSize(10).isEqualTo(answer.getList("items[0].draft"));
        assertThat(answer.getString("items[0].ticketId")).isEqualTo(ticket.id());
        assertThat(answer.getInt("notWhole")).isZero();
    }

    @Test
    void a_draft_is_tried_on_past_tickets_and_nothing_changes() {
        AService service = AService.withMatrix().active();
        ATicket ticket = ATicket.openOn(service, "critical");
        timePasses(Duration.ofMinutes(20));
        ticket.resolved().tell();
        timePasses(Duration.ofMinutes(20));
        String before = Tables.everything();
        Map<String, Object> draft = aMatrix(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30));

        Response first = tryOut(MANAGER, service, draft);

        first.then()
                .statusCode(200)
                .body("tickets", equalTo(1))
                .body("levels.level", contains(1, 2))
                .body("levels.actual", contains(0, 0))
                .body("levels.draft", contains(1, 1))
                .body("items[0].actual", empty())
                .body("items[0].draft.at", hasSize(2));
        assertThat(tryOut(MANAGER, service, draft).asString()).isEqualTo(first.asString());
        assertThat(Tables.everything()).isEqualTo(before);
    }

    @Test
    void only_tickets_of_the_period_and_of_the_service_are_tried() {
        AService service = AService.withMatrix().active();
        ATicket.openOn(service, "critical");
        ATicket.openOn(AService.withMatrix().active(), "critical");
        timePasses(Duration.ofMinutes(10));
        String cut = now().toString();
        ATicket inPeriod = ATicket.openOn(service, "critical");
        timePasses(Duration.ofMinutes(10));
        Map<String, Object> draft = aMatrix(Duration.ofMinutes(5));
        draft.put("from", cut);

        tryOut(MANAGER, service, draft).then().statusCode(200).body("items.ticketId", contains(inPeriod.id()));
    }

    @Test
    void a_ticket_whose_beginning_was_not_kept_is_counted_and_left_out() {
        AService service = AService.withMatrix().active();
        ATicket ticket = ATicket.openOn(service, "critical");
        timePasses(Duration.ofMinutes(1));
        Tables.change("delete from ticket_news where ticket_id = '" + ticket.id() + "'");

        tryOut(MANAGER, service, aMatrix(Duration.ofMinutes(5)))
                .then()
                .statusCode(200)
                .body("tickets", equalTo(0))
                .body("notWhole", equalTo(1));
    }

    @Test
    void a_draft_or_period_that_breaks_rules_is_refused_with_every_field() {
        AService service = AService.withMatrix().active();
        Map<String, Object> draft = aMatrix(Duration.ofMinutes(5), Duration.ofMinutes(5));
        draft.put("from", "yesterday");
        draft.put("to", now().plusSeconds(60).toString());

        tryOut(MANAGER, service, draft)
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "from",
                                "to",
                                "levels[1].after.critical",
                                "levels[1].after.major",
                                "levels[1].after.minor",
                                "levels[1].after.low"));
    }

    @Test
    void only_a_manager_tries_and_only_what_is_there() {
        AService service = AService.withMatrix().active();
        Map<String, Object> draft = aMatrix(Duration.ofMinutes(5));

        for (String who : new String[] {ANNA, PARTNER, AGENT, OPS, PROVISIONING}) {
            tryOut(who, service, draft).then().statusCode(403);
        }
        tryOut(MANAGER, AService.withMatrix(), draft).then().statusCode(404);
        as(MANAGER)
                .post("/v1/escalation-matrices/" + service.id() + "/what-if")
                .then()
                .statusCode(400);
    }

    @Test
    void past_tickets_and_what_was_told_of_them_are_found_by_index() {
        Tables.change("set enable_seqscan = off");

        String plans = String.join(
                        "\n",
                        Tables.texts("explain select * from climb where service_id = 'IS-DIA-0001'"
                                + " and created_at >= '2026-01-01' and created_at < '2026-02-01'"
                                + " order by created_at desc, ticket_id desc limit 501"))
                + String.join(
                        "\n",
                        Tables.texts(
                                "explain select * from ticket_news where ticket_id in ('a', 'b') order by sequence"))
                + String.join("\n", Tables.texts("explain select * from climb_step where ticket_id = 'a' order by id"));

        Tables.change("reset enable_seqscan");
        assertThat(plans).contains("climb_opened", "ticket_news_of_ticket", "climb_step_history");
    }

    private ATicket aTicketToWhichEverythingHappens(AService service) {
        ATicket ticket = ATicket.openOn(service, "major");
        timePasses(Duration.ofMinutes(15));
        ticket.breached("response").tell();
        timePasses(Duration.ZERO);
        timePasses(Duration.ofMinutes(1));
        ticket.noted().tell();
        ticket.paused().tell();
        timePasses(Duration.ofHours(3));
        ticket.resumed().tell();
        ticket.prioritised("critical").tell();
        timePasses(Duration.ofMinutes(15));
        ask(ANNA, ticket.id(), Map.of("reason", "progress")).then().statusCode(200);
        order(ticket, "suspend");
        timePasses(Duration.ofHours(2));
        order(ticket, "resume");
        timePasses(Duration.ZERO);
        timePasses(Duration.ofMillis(1));
        order(ticket, "de-escalate");
        // 16 minutes before the pause, 135 after it: four hours are full in 89
        timePasses(Duration.ofMinutes(89).minusMillis(1));
        timePasses(Duration.ofMinutes(1));
        ticket.resolved().tell();
        ticket.reopened().tell();
        timePasses(Duration.ofMinutes(30));
        timePasses(Duration.ofMinutes(1));
        return ticket;
    }

    private static void order(ATicket ticket, String word) {
        as(AGENT)
                .body(Map.of("reason", "Agreed", "level", 1))
                .post("/v1/escalations/" + ticket.id() + "/" + word)
                .then()
                .statusCode(200);
    }

    private static Response tryOut(String who, AService service, Map<String, Object> draft) {
        return as(who).body(draft).post("/v1/escalation-matrices/" + service.id() + "/what-if");
    }
}
