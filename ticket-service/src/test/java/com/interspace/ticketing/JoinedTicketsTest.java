package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JoinedTicketsTest extends TicketDeskTest {

    @Test
    void what_is_said_about_a_wider_fault_reaches_each_child_once_and_so_does_its_end() {
        String parent = anOpenTicket();
        String child = anOpenTicket();
        adopt(parent, child).statusCode(200);
        adopt(parent, child).statusCode(200);
        as(AGENT).body(Map.of("text", "A fibre is cut")).post("/v1/tickets/" + parent + "/notes");
        as(AGENT).body(Map.of("text", "By us", "visibility", "internal")).post("/v1/tickets/" + parent + "/notes");
        timePasses(Duration.ofSeconds(1));
        timePasses(Duration.ofSeconds(1));
        as(ANNA).get("/v1/tickets/" + child + "/notes").then().body("items.text", contains("A fibre is cut"));
        assertThat(ticket(child).getString("targets.update.due")).isEqualTo("2026-03-02T09:15:01Z");
        assertThat(ticket(child).getString("targets.response.state")).isEqualTo("running");
        move(parent, "inProgress");
        move(parent, "resolved");
        timePasses(Duration.ofSeconds(1));
        timePasses(Duration.ofSeconds(1));
        assertThat(ticket(child).getString("status")).isEqualTo("resolved");
        assertThat(ticket(child).getString("resolution")).isEqualTo("The fibre was spliced.");
        assertThat(story(child)).containsExactly("opened", "linked", "note-added", "resolved");
        as(ANNA).get("/v1/tickets?parentId=" + parent).then().body("items.id", contains(child));
    }

    @Test
    void a_parent_of_another_account_is_seen_by_the_centre_only() {
        String parent = anOpenTicket();
        String child = aTicketOfGlobex();
        adopt(parent, child).statusCode(200);
        assertThat(ticket(child).getString("parentId")).isEqualTo(parent);
        as(BORIS).get("/v1/tickets/" + child).then().statusCode(200).body("parentId", nullValue());
        as(BORIS).get("/v1/tickets?parentId=" + parent).then().body("items", empty());
        as(BORIS)
                .get("/v1/tickets/" + child + "/history")
                .then()
                .body("items.find { it.type == 'linked' }.detail.ticketId", nullValue());
        as(ANNA).get("/v1/tickets/" + parent + "/history")
                .then()
                .body("items.find { it.type == 'linked' }.detail.ticketId", nullValue());
    }

    @Test
    void a_merged_ticket_is_cancelled_and_names_where_it_goes_on() {
        String first = anOpenTicket();
        String second = anOpenTicket();
        merge(second, first)
                .statusCode(200)
                .body("id", equalTo(second))
                .body("status", equalTo("cancelled"))
                .body("mergedInto", equalTo(first));
        assertThat(story(first)).containsExactly("opened", "linked");
        timePasses(Duration.ofHours(5));
        assertThat(story(second)).containsExactly("opened", "merged");
        merge(second, first).statusCode(409);
    }

    @Test
    void joins_that_make_no_sense_are_refused_with_the_reason() {
        String one = anOpenTicket();
        String other = anOpenTicket();
        merge(one, aTicketOfGlobex()).statusCode(409).body("detail", containsString("different accounts"));
        merge(one, one).statusCode(409).body("detail", containsString("with itself"));
        adopt(one, one).statusCode(409);
        adopt(one, other).statusCode(200);
        adopt(other, one).statusCode(409).body("detail", containsString("parent cannot be a child"));
        adopt(anOpenTicket(), other).statusCode(409).body("detail", containsString("another ticket already"));
        merge(one, anOpenTicket()).statusCode(409).body("detail", containsString("children"));
        merge(one, "IS-9999999-0").statusCode(404);
        as(ANNA).body(Map.of("ticketId", one))
                .post("/v1/tickets/" + other + "/merge")
                .then()
                .statusCode(403);
    }

    private String aTicketOfGlobex() {
        String service = "IS-GLOBEX-" + UUID.randomUUID();
        activate(service, "GLOBEX");
        return as(BORIS)
                .body(new HashMap<>(aReport("serviceId", service)))
                .post("/v1/tickets")
                .path("id");
    }

    private static ValidatableResponse adopt(String parent, String child) {
        return as(AGENT)
                .body(Map.of("ticketId", child))
                .post("/v1/tickets/" + parent + "/children")
                .then();
    }

    private static ValidatableResponse merge(String ticket, String into) {
        return as(AGENT)
                .body(Map.of("ticketId", into))
                .post("/v1/tickets/" + ticket + "/merge")
                .then();
    }
}
