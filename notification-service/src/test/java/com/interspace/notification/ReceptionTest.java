package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.rfo;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.notification.fixture.Happening;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceptionTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();

    @Test
    void a_poison_event_is_parked_and_what_follows_is_told() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        Happening opened = opened("ACME", service, ticket);

        LocalParts.publish(opened.topic(), ticket, opened.headers(), "{\"ticket\": [broken");
        opened("ACME", service, ticket).publish();

        onlyMailTo(address("anna", service));
        await().atMost(PATIENCE).until(() -> parked("interspace.ticket.v1").contains(opened.id()));
    }

    @Test
    void a_published_rfo_without_a_document_is_parked_and_mailed_to_nobody() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();

        Happening empty = rfo("published", 3, "ACME", service, ticket, null).publish();

        await().atMost(PATIENCE).until(() -> parked("interspace.rfo.v1").contains(empty.id()));
        assertThat(statesOf(ticket)).hasSize(1);
    }

    @Test
    void an_unknown_type_is_skipped_and_counted() {
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        Happening opened = opened("ACME", service, ticket);

        new Happening(
                        opened.topic(),
                        ticket,
                        "unknown-" + ticket,
                        "com.interspace.ticket.sung-about.v1",
                        1,
                        opened.body())
                .publish();
        opened.publish();

        onlyMailTo(address("anna", service));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("outcome=\"skipped\",topic=\"interspace.ticket.v1\",type=\"unknown\""))
                .body(not(containsString("sung-about")));
        assertThat(parked("interspace.ticket.v1")).doesNotContain("unknown-" + ticket);
    }

    private static List<String> parked(String topic) {
        return LocalParts.events(topic + ".notification.dlq").stream()
                .map(Event::id)
                .toList();
    }
}
