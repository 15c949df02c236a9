package com.interspace.notification;

import static com.interspace.notification.fixture.Partner.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.interspace.notification.audience.Audience;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreviewTest extends NotificationTest {

    @Test
    void a_manager_sees_every_mail_with_example_values() {
        for (Occasion occasion : Occasion.values()) {
            for (Audience audience : occasion.told()) {
                if (audience != Audience.CHAT && audience.party() != Party.PARTNER) {
                    String text = as("manager")
                            .get("/v1/notifications/previews/" + occasion.event() + "?party=" + audience.party())
                            .then()
                            .statusCode(200)
                            .body("eventType", equalTo(occasion.event()))
                            .extract()
                            .path("text");
                    assertThat(text).as(occasion.event()).doesNotContain("null", "NOT_FOUND");
                }
            }
        }
    }

    @Test
    void an_acknowledgement_thanks_in_the_language_of_the_reporter_and_in_english() {
        as("agent")
                .get("/v1/notifications/previews/ticket.opened")
                .then()
                .statusCode(200)
                .body("text", containsString("Благодарим Ви!"))
                .body("text", containsString("Thank you for writing in Bulgarian."));
    }

    @Test
    void what_nobody_is_mailed_about_has_no_preview_and_customers_see_none() {
        as("manager").get("/v1/notifications/previews/ticket.exploded").then().statusCode(404);
        as("manager")
                .get("/v1/notifications/previews/ticket.attachment-added")
                .then()
                .statusCode(404);
        as("manager")
                .get("/v1/notifications/previews/escalation.level-skipped?party=customer")
                .then()
                .statusCode(404);
        as("manager")
                .get("/v1/notifications/previews/ticket.opened?party=everybody")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("party"));
        as("anna@acme.example")
                .get("/v1/notifications/previews/ticket.opened")
                .then()
                .statusCode(403);
    }
}
