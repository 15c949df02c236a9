package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesTest extends TicketDeskTest {

    private static final Map<String, Object> CENTRES_MATRIX = Map.of(
            "cells",
            Map.of(
                    "service-affecting", Map.of("high", "critical", "medium", "major", "low", "major"),
                    "degradation", Map.of("high", "major", "medium", "minor", "low", "minor"),
                    "non-service-affecting", Map.of("high", "minor", "medium", "low", "low", "low")));

    @AfterEach
    void theCentresOwnRulesAgain() {
        as(MANAGER).body(CENTRES_MATRIX).put("/v1/priority-matrix").then().statusCode(200);
        as(MANAGER).body(aPolicy("PT120H")).put("/v1/sla-policies").then().statusCode(200);
    }

    @Test
    void a_new_matrix_judges_from_now_on_and_what_was_judged_keeps_its_version() {
        String before = anOpenTicket();
        int version = as(AGENT).get("/v1/priority-matrix").path("version");
        Map<String, Object> cells = new HashMap<>((Map<String, Object>) CENTRES_MATRIX.get("cells"));
        cells.put("service-affecting", Map.of("high", "major", "medium", "major", "low", "minor"));
        as(MANAGER)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("cells", cells))
                .put("/v1/priority-matrix")
                .then()
                .statusCode(200)
                .body("version", equalTo(version + 1));
        as(MANAGER)
                .body(Map.of("cells", cells))
                .put("/v1/priority-matrix")
                .then()
                .body("version", equalTo(version + 1));
        as(MANAGER)
                .header("If-Match", "\"" + version + "\"")
                .body(CENTRES_MATRIX)
                .put("/v1/priority-matrix")
                .then()
                .statusCode(412);
        assertThat(ticket(before).getString("priority")).isEqualTo("critical");
        assertThat(ticket(anOpenTicket()).getString("priority")).isEqualTo("major");
        cells.put("degradation", Map.of("high", "urgent"));
        as(MANAGER)
                .body(Map.of("cells", cells))
                .put("/v1/priority-matrix")
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        contains("cells.degradation.high", "cells.degradation.medium", "cells.degradation.low"));
        as(AGENT).body(CENTRES_MATRIX).put("/v1/priority-matrix").then().statusCode(403);
        as(ANNA).get("/v1/priority-matrix").then().statusCode(403);
    }

    @Test
    void a_policy_under_a_calendar_with_lunch_breaks_explains_every_second() {
        String name = "office-" + UUID.randomUUID().toString().substring(0, 8);
        as(MANAGER)
                .body(aCalendar(name))
                .put("/v1/calendars")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        Map<String, Object> policy = aPolicy("PT120H");
        policy.put("calendars", Map.of("repair", Map.of("name", name)));
        as(MANAGER)
                .body(policy)
                .put("/v1/sla-policies")
                .then()
                .statusCode(200)
                .body("calendars.repair.name", equalTo(name))
                .body("calendars.repair.version", equalTo(1));
        // when: critical, 4 h of repair, opened 10:15 in Sofia; lunch 12:30-13:30; the next day is a holiday
        String id = anOpenTicket();
        var clockOf = as(ANNA).get("/v1/tickets/" + id + "/clock?at=2026-03-04T08:00:00Z")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String repair = "clocks.find { it.name == 'repair' }.";
        assertThat(clockOf.getString(repair + "due")).isEqualTo("2026-03-02T13:15:00Z");
        assertThat(clockOf.getString(repair + "promised")).isEqualTo("2026-03-02T13:15:00Z");
        assertThat(clockOf.getString(repair + "elapsed")).isEqualTo("PT7H45M");
        List<Map<String, Object>> intervals = clockOf.getList(repair + "intervals");
        Instant at = MONDAY_MORNING;
        Duration whole = Duration.ZERO;
        for (Map<String, Object> interval : intervals) {
            assertThat(Instant.parse((String) interval.get("from"))).isEqualTo(at);
            at = Instant.parse((String) interval.get("to"));
            whole = whole.plus(Duration.between(Instant.parse((String) interval.get("from")), at));
        }
        assertThat(at).isEqualTo("2026-03-04T08:00:00Z");
        assertThat(whole).isEqualTo(Duration.between(MONDAY_MORNING, at));
        assertThat(intervals).extracting("running").containsExactly(true, false, true, false, true);
        // then: a newer calendar does not touch the pinned one
        Map<String, Object> longer = aCalendar(name);
        longer.put("zone", "Europe/Berlin");
        as(MANAGER).body(longer).put("/v1/calendars").then().body("version", equalTo(2));
        assertThat(ticket(id).getString("targets.repair.due")).isEqualTo("2026-03-02T13:15:00Z");
    }

    @Test
    void a_policy_is_applied_to_what_is_open_with_one_row_each_and_pauses_survive() {
        String open = aTicketInProgress();
        clock.advance(Duration.ofMinutes(30));
        move(open, "pending");
        clock.advance(Duration.ofHours(1));
        move(open, "inProgress");
        String ended = anOpenTicket();
        move(ended, "cancelled");
        int version = as(MANAGER)
                .body(policyWithCriticalRepair("PT6H"))
                .put("/v1/sla-policies")
                .path("version");
        assertThat(ticket(open).getString("targets.repair.due")).isEqualTo("2026-03-02T13:15:00Z");
        String path = "/v1/sla-policies/" + version + "/apply-to-open";
        as(MANAGER)
                .body(Map.of("reason", "New contract year"))
                .post(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(version));
        as(MANAGER)
                .body(Map.of("reason", "New contract year"))
                .post(path)
                .then()
                .body("applied", equalTo(0));
        assertThat(ticket(open).getString("targets.repair.due")).isEqualTo("2026-03-02T15:15:00Z");
        assertThat(story(open)).containsOnlyOnce("policy-applied").endsWith("policy-applied");
        assertThat(story(ended)).doesNotContain("policy-applied");
        as(MANAGER).body(Map.of()).post(path).then().statusCode(422).body("violations.field", contains("reason"));
        as(MANAGER)
                .body(Map.of("reason", "x"))
                .post("/v1/sla-policies/99999/apply-to-open")
                .then()
                .statusCode(404);
        as(AGENT).body(Map.of("reason", "x")).post(path).then().statusCode(403);
    }

    @Test
    void impossible_rules_are_named() {
        as(MANAGER)
                .body(Map.of("name", "Büro", "zone", "Mars/Olympus", "week", Map.of("someday", List.of())))
                .put("/v1/calendars")
                .then()
                .statusCode(422)
                .body("violations.field", contains("name", "zone", "week.someday"));
        as(MANAGER)
                .body(Map.of("name", "never", "zone", "Europe/Sofia", "week", Map.of()))
                .put("/v1/calendars")
                .then()
                .statusCode(422)
                .body("violations.field", contains("week"));
        as(MANAGER)
                .body(policyWithCriticalRepair("a while"))
                .put("/v1/sla-policies")
                .then()
                .statusCode(422)
                .body("violations.field", contains("targets.critical.repair"));
        Map<String, Object> unknownCalendar = aPolicy("PT120H");
        unknownCalendar.put("calendars", Map.of("repair", Map.of("name", "no-such")));
        as(MANAGER).body(unknownCalendar).put("/v1/sla-policies").then().statusCode(422);
        as(AGENT).get("/v1/calendars").then().statusCode(200).body("items.name", hasItem("business"));
        as(AGENT).get("/v1/calendars/business").then().statusCode(200);
        as(AGENT).get("/v1/sla-policies/1").then().statusCode(200).body("targets.critical.repair", equalTo("PT4H"));
        as(AGENT).get("/v1/sla-policies").then().statusCode(200).body("items.version", hasItem(1));
    }

    private static Map<String, Object> policyWithCriticalRepair(String repair) {
        Map<String, Object> targets =
                new HashMap<>((Map<String, Object>) aPolicy("PT120H").get("targets"));
        targets.put("critical", Map.of("response", "PT15M", "update", "PT1H", "repair", repair));
        return Map.of("targets", targets);
    }

    private static Map<String, Object> aCalendar(String name) {
        List<Map<String, String>> day =
                List.of(Map.of("from", "09:00", "to", "12:30"), Map.of("from", "13:30", "to", "18:00"));
        return new HashMap<>(Map.of(
                "name",
                name,
                "zone",
                "Europe/Sofia",
                "holidayCountry",
                "BG",
                "week",
                Map.of("monday", day, "tuesday", day, "wednesday", day, "thursday", day, "friday", day)));
    }
}
