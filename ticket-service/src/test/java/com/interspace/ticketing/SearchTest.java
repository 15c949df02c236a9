package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchTest extends TicketDeskTest {

    @Test
    void words_are_found_in_summary_description_and_numbers_of_ones_own_accounts_only() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String inSummary = opened("summary", "Loss of " + word);
        String inDescription = opened("description", "It began slowly. " + word + ", then nothing.");
        String circuit = opened("circuitId", "IS-C-10001");
        as(ANNA).get("/v1/tickets?q=" + word).then().body("items.id", containsInAnyOrder(inSummary, inDescription));
        as(ANNA).get("/v1/tickets?count=true&q=" + word + " loss").then().body("items.id", contains(inSummary));
        as(ANNA).get("/v1/tickets?q=" + word + " -loss").then().body("items.id", contains(inDescription));
        as(ANNA).get("/v1/tickets?q=" + circuit).then().body("items.id", contains(circuit));
        as(BORIS).get("/v1/tickets?q=" + word).then().body("items", empty());
        for (String hostile : List.of("'; drop table ticket; --", "\"", "& | ! ( :*", "%", "-", "\\")) {
            as(ANNA).queryParam("q", hostile).get("/v1/tickets").then().statusCode(200);
        }
        as(ANNA).queryParam("q", "x".repeat(501)).get("/v1/tickets").then().statusCode(422);
    }

    @Test
    void the_order_is_chosen_and_pages_go_on_in_it() {
        List<String> ids = new ArrayList<>();
        for (String impact :
                List.of("degradation", "service-affecting", "non-service-affecting", "service-affecting")) {
            clock.advance(Duration.ofSeconds(1));
            ids.add(opened("impact", impact));
        }
        assertThat(paged("oldest")).isEqualTo(ids);
        assertThat(paged("newest")).containsExactly(ids.get(3), ids.get(2), ids.get(1), ids.get(0));
        assertThat(paged("priority")).containsExactly(ids.get(3), ids.get(1), ids.get(0), ids.get(2));
        as(ANNA).get("/v1/tickets?sort=created_at;drop")
                .then()
                .statusCode(422)
                .body("violations.field", contains("sort"));
    }

    @Test
    void what_is_held_says_for_whom() {
        String id = aTicketInProgress();
        as(AGENT)
                .body(Map.of("to", "held", "reason", "Cable on its way", "party", "Fibre Works Ltd."))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .statusCode(200)
                .body("heldBy", equalTo("Fibre Works Ltd."))
                .body("statusReason", equalTo("Cable on its way"));
        as(AGENT)
                .body(Map.of("to", "inProgress"))
                .post("/v1/tickets/" + id + "/transitions")
                .then()
                .body("heldBy", nullValue());
    }

    @Test
    void the_language_of_a_report_is_told() {
        as(ANNA).body(aReport("summary", "Seit heute Morgen haben wir keinen Verkehr auf unserem Anschluss"))
                .post("/v1/tickets")
                .then()
                .body("language", equalTo("de"));
    }

    private String opened(String field, String value) {
        return as(ANNA).body(aReport(field, value))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> paged(String sort) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = as(ANNA).get(
                            "/v1/tickets?limit=1&sort=" + sort + "&serviceId=" + acmeService + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        }
        return all;
    }
}
