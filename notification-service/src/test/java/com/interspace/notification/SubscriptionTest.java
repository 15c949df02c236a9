package com.interspace.notification;

import static com.interspace.notification.fixture.Partner.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.interspace.notification.fixture.NotificationTest;
import com.interspace.notification.fixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubscriptionTest extends NotificationTest {

    private final String url = urlOf(Partner.anyHook());

    @AfterEach
    void nobody_listens_any_more() {
        Partner.endsEverySubscription();
    }

    @Test
    void a_subscription_is_made_shown_and_ended_and_the_secret_is_no_part_of_it() {
        String location = Partner.subscribes(url, "ticket.opened", "ticket.resolved")
                .statusCode(201)
                .body("url", equalTo(url))
                .body("eventTypes", equalTo(List.of("ticket.opened", "ticket.resolved")))
                .body("state", equalTo("active"))
                .body("secret", equalTo(null))
                .extract()
                .header("Location");

        as(Partner.NAME).get(location).then().statusCode(200).body("url", equalTo(url));
        as(Partner.NAME).get("/v1/webhooks").then().statusCode(200).body("items", hasSize(1));
        as(Partner.NAME).delete(location).then().statusCode(204);
        as(Partner.NAME).get(location).then().statusCode(404);
    }

    @Test
    void of_two_who_end_a_subscription_at_the_same_moment_one_finds_it_gone() throws Exception {
        String path = "/v1/webhooks/" + Partner.subscribed(url, "ticket.opened");
        Supplier<Integer> end = () -> as(Partner.NAME).delete(path).statusCode();
        try (Connection other = connect();
                Connection look = connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from subscription for update");
            var one = CompletableFuture.supplyAsync(end);
            var another = CompletableFuture.supplyAsync(end);
            await().until(() -> waiting(look, "subscription") == 2);
            other.rollback();

            assertThat(List.of(one.get(), another.get())).containsExactlyInAnyOrder(204, 404);
        }
    }

    @Test
    void the_same_wish_again_is_the_same_subscription() {
        String first = Partner.subscribed(url, "ticket.opened");

        assertThat(Partner.subscribed(url, "ticket.opened")).isEqualTo(first);
    }

    @Test
    void nobody_has_more_than_twenty() {
        for (int i = 0; i < 20; i++) {
            Partner.subscribed(url + "/" + i, "ticket.opened");
        }

        Partner.subscribes(url + "/20", "ticket.opened")
                .statusCode(409)
                .body("type", containsString("too-many-subscriptions"))
                .body("allowed", equalTo(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://127.0.0.1:1/",
                "http://2130706433/",
                "http://[::ffff:10.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "ftp://partner.example/",
                "nonsense"
            })
    void an_address_inside_is_refused_at_both_doors(String inside) {
        Partner.subscribes(inside, "ticket.opened").statusCode(422).body("violations[0].field", equalTo("url"));
        Partner.registers(inside, null).statusCode(400).body("message", containsString("callback"));
    }

    @Test
    void what_is_missing_or_not_known_is_named() {
        as(Partner.NAME)
                .body("{}")
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("url", "eventTypes")));
        Partner.subscribes(url, "ticket.opened", "ticket.exploded")
                .statusCode(422)
                .body("violations[0].field", equalTo("eventTypes[1]"))
                .body("violations[0].message", containsString("ticket.opened"));
        as(Partner.NAME).body("{").post("/v1/webhooks").then().statusCode(400);
        as(Partner.NAME).body("[]").post("/v1/webhooks").then().statusCode(400);
    }

    @Test
    void the_hub_speaks_the_standard() {
        String everything = Partner.registers(url, null)
                .statusCode(201)
                .body("callback", equalTo(url))
                .body("id", notNullValue())
                .extract()
                .header("Location");
        Partner.registers(url, "eventType=troubleTicketCreateEvent,troubleTicketResolvedEvent")
                .statusCode(201)
                .body("query", equalTo("eventType=troubleTicketCreateEvent,troubleTicketResolvedEvent"));
        as(Partner.NAME)
                .get("/tmf-api/troubleTicket/v4/hub")
                .then()
                .statusCode(200)
                .body("$", hasSize(2));

        as(Partner.NAME).delete(everything).then().statusCode(204);
        as(Partner.NAME)
                .delete(everything)
                .then()
                .statusCode(404)
                .body("code", notNullValue())
                .body("reason", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventType=",
                "eventType=nonsense",
                "eventType=troubleTicketCreateEvent,",
                "eventType=troubleTicketCreateEvent&fields=id",
                "status=closed",
                "eventType=troubleTicketCreateEvent;drop table subscription"
            })
    void the_hub_takes_no_other_query(String query) {
        Partner.registers(url, query)
                .statusCode(400)
                .body("message", containsString("query"))
                .body("status", equalTo("400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"callback\": 5}", "{\"callback\": \"\"}", "{\"callback\":"})
    void a_wrong_shape_is_a_bad_request_at_the_hub(String body) {
        as(Partner.NAME)
                .body(body)
                .post("/tmf-api/troubleTicket/v4/hub")
                .then()
                .statusCode(400)
                .body("message", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /v1/webhooks,                   agent,             403",
        "POST,   /v1/webhooks,                   anna@acme.example, 403",
        "GET,    /v1/webhooks,                   anna@acme.example, 403",
        "GET,    /v1/webhooks,                   agent,             403",
        "GET,    /v1/webhooks,                   manager,           200",
        "GET,    /v1/webhooks,                   ops,               200",
        "POST,   /v1/webhook-secret,             ops,               403",
        "POST,   /v1/webhook-secret,             manager,           403",
        "GET,    /tmf-api/troubleTicket/v4/hub,  anna@acme.example, 403",
        "POST,   /tmf-api/troubleTicket/v4/hub,  ops,               403",
        "DELETE, /v1/webhooks/{id},              manager,           403",
        "GET,    /v1/webhooks/{id},              manager,           200",
        "GET,    /v1/webhooks/{id}/deliveries,   manager,           200",
        "POST,   /v1/webhooks/{id}/replay,       manager,           403",
        "GET,    /v1/webhooks/{id},              anna@acme.example, 403",
        "GET,    /v1/webhooks/misspelt,          ops,               404",
        "DELETE, /v1/webhooks/misspelt,          partner-acme,      404"
    })
    void everybody_does_what_his_role_allows(String method, String path, String who, int status) {
        String id = Partner.subscribed(url, "ticket.opened");

        as(who).body("{}").request(method, path.replace("{id}", id)).then().statusCode(status);
    }

    @Test
    void what_is_somebody_elses_is_not_there() {
        String unknown = UUID.randomUUID().toString();

        for (String path : List.of("", "/deliveries")) {
            as(Partner.NAME).get("/v1/webhooks/" + unknown + path).then().statusCode(404);
        }
        as(Partner.NAME)
                .body(Map.of())
                .post("/v1/webhooks/" + unknown + "/replay")
                .then()
                .statusCode(404);
        as(Partner.NAME).post("/v1/webhooks/" + unknown + "/test").then().statusCode(404);
    }
}
