package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.ticket.PartnerWords;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.usecase.AcceptReport;
import com.interspace.ticketing.usecase.CompleteTicket;
import com.interspace.ticketing.usecase.Sender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LenientIntakeTest extends TicketDeskTest {

    @Inject
    AcceptReport acceptReport;

    @Inject
    CompleteTicket completeTicket;

    @Test
    void a_partner_who_says_nothing_gets_a_ticket_and_is_asked_for_everything() {
        String id = as(PARTNER)
                .body(Map.of())
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("account", equalTo("ACME"))
                .body("status", equalTo("pending"))
                .body("statusReason", equalTo("information-required"))
                .body("serviceId", nullValue())
                .body("impact", equalTo("degradation"))
                .body("urgency", equalTo("medium"))
                .body("priority", equalTo("minor"))
                .body("channel", equalTo("partner"))
                .body("missingInformation.field", contains("serviceId", "problemStart", "summary", "impact"))
                .extract()
                .path("id");
        assertThat(story(id)).containsExactly("opened", "information-required");
    }

    @Test
    void a_complete_report_of_a_partner_waits_for_nothing() {
        as(PARTNER)
                .body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("status", equalTo("acknowledged"))
                .body("missingInformation", empty());
    }

    @Test
    void an_impossible_value_is_asked_for_with_what_is_wrong_and_only_required_ones_hold_the_work_up() {
        as(PARTNER)
                .body(aReport("problemStart", "yesterday"))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .body("problemStart", nullValue())
                .body("missingInformation[0].question", containsString("“yesterday” must be an ISO-8601 instant"));
        as(PARTNER)
                .body(aReport("ipAddress", List.of("192.0.2.1", "300.1.1.1")))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("status", equalTo("acknowledged"))
                .body("ipAddress", contains("192.0.2.1"))
                .body("missingInformation.field", contains("ipAddress"));
    }

    @Test
    void a_foreign_service_an_unknown_and_a_terminated_one_are_asked_for_in_the_same_words() {
        String foreign = "IS-GLOBEX-" + UUID.randomUUID();
        activate(foreign, "GLOBEX");
        String ended = "IS-ENDED-" + UUID.randomUUID();
        activate(ended, "ACME");
        as(PROVISIONING).post("/v1/services/" + ended + "/terminate").then().statusCode(200);
        for (String serviceId : List.of(foreign, ended, "IS-NO-SUCH")) {
            as(PARTNER)
                    .body(aReport("serviceId", serviceId))
                    .post("/v1/tickets")
                    .then()
                    .statusCode(201)
                    .body("account", equalTo("ACME"))
                    .body("serviceId", nullValue())
                    .body("missingInformation[0].question", containsString("” is not a service of yours."));
        }
    }

    @Test
    void the_answer_completes_the_report_the_matrix_judges_and_work_begins() {
        String id = aTicketWithout("problemStart", "impact");
        as(PARTNER)
                .body(Map.of("problemStart", MONDAY_MORNING.minusSeconds(600).toString()))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("missingInformation.field", contains("impact"));
        as(ANNA).body(Map.of("impact", "service-affecting"))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("statusReason", nullValue())
                .body("priority", equalTo("critical"))
                .body("missingInformation", empty());
        assertThat(story(id))
                .containsExactly(
                        "opened",
                        "information-required",
                        "information-completed",
                        "information-completed",
                        "priority-changed",
                        "status-changed");
    }

    @Test
    void only_what_was_asked_for_is_taken_and_impossible_answers_are_named() {
        String id = aTicketWithout("problemStart");
        as(PARTNER)
                .body(Map.of("problemStart", "soon", "impact", "degradation"))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(422)
                .body("violations.field", contains("impact", "problemStart"));
        as(BORIS)
                .body(Map.of("problemStart", MONDAY_MORNING.toString()))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(404);
        as(ANNA).body(Map.of("impact", "degradation"))
                .patch("/v1/tickets/" + anOpenTicket())
                .then()
                .statusCode(403);
    }

    @Test
    void a_service_named_later_must_be_the_accounts_own_and_learns_the_reporter() {
        String foreign = "IS-GLOBEX-" + UUID.randomUUID();
        activate(foreign, "GLOBEX");
        String id = aTicketWithout("serviceId");
        as(PARTNER)
                .body(Map.of("serviceId", foreign))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(404);
        as(PARTNER)
                .body(Map.of("serviceId", acmeService))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .body("serviceId", equalTo(acmeService))
                .body("status", equalTo("acknowledged"));
        as(PARTNER).get("/v1/services/" + acmeService).then().body("contacts.roles.flatten()", hasItem("reporter"));
    }

    @Test
    void silence_brings_a_reminder_after_two_business_days_and_an_agents_task_after_five() {
        String id = aTicketWithout("problemStart");
        // Tuesday is a holiday in Bulgaria.
        timePasses(Duration.ofDays(3).minusSeconds(1));
        assertThat(story(id)).containsOnlyOnce("information-required");
        timePasses(Duration.ofSeconds(1));
        assertThat(story(id)).filteredOn("information-required"::equals).hasSize(2);
        as(AGENT)
                .get("/v1/tickets?task=missing-information&serviceId=" + acmeService)
                .then()
                .body("items", empty());
        timePasses(Duration.ofDays(5));
        as(AGENT)
                .get("/v1/tickets?task=missing-information&serviceId=" + acmeService)
                .then()
                .body("items.id", contains(id));
        move(id, "inProgress");
        as(AGENT)
                .get("/v1/tickets?task=missing-information&serviceId=" + acmeService)
                .then()
                .body("items", empty());
    }

    @Test
    void an_external_id_is_one_ticket_for_the_same_words_and_taken_for_others() {
        String externalId = "PO-" + UUID.randomUUID();
        Map<String, Object> report = aReport("externalId", externalId);
        String id = as(PARTNER)
                .body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(PARTNER).body(report).post("/v1/tickets").then().statusCode(201).body("id", equalTo(id));
        report.put("summary", "Something else");
        as(PARTNER)
                .body(report)
                .post("/v1/tickets")
                .then()
                .statusCode(409)
                .body("ticketId", equalTo(id))
                .body("externalId", equalTo(externalId));
        as(PARTNER).get("/v1/tickets?externalId=" + externalId).then().body("items.id", contains(id));
    }

    @Test
    void fifty_equal_reports_at_once_make_one_ticket() throws Exception {
        Map<String, Object> report = aReport("externalId", "PO-" + UUID.randomUUID());
        ExecutorService desks = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(desks.submit(() -> as(PARTNER).body(report).post("/v1/tickets")));
        }
        Set<String> ids = new HashSet<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            ids.add(answer.get().path("id"));
        }
        desks.shutdown();
        assertThat(ids).hasSize(1);
    }

    @Test
    void what_is_open_on_the_same_service_is_named_as_a_likely_duplicate() {
        String first = anOpenTicket();
        as(PARTNER)
                .body(aReport())
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .body("likelyDuplicates", contains(first));
        move(first, "cancelled");
        String other = "IS-ACME-" + UUID.randomUUID();
        activate(other, "ACME");
        as(ANNA).body(aReport("serviceId", other)).post("/v1/tickets").then().body("likelyDuplicates", empty());
    }

    @Test
    void what_is_open_on_the_same_circuit_is_one_too_when_nobody_names_a_service() {
        Map<String, Object> report = aReport("circuitId", "IS-C-" + UUID.randomUUID());
        report.remove("serviceId");
        String first =
                as(PARTNER).body(report).post("/v1/tickets").then().extract().path("id");
        as(PARTNER).body(report).post("/v1/tickets").then().statusCode(201).body("likelyDuplicates", contains(first));
    }

    @Test
    void a_mail_of_a_contact_needs_no_token_and_its_answer_is_taken_as_far_as_it_is_usable() {
        Sender anna = Sender.byMail(new Reporter("anna", "Anna Petrova", ANNA, null), Set.of("ACME"));
        ReportForm mail = new ReportForm(
                acmeService,
                null,
                "No traffic",
                "terrible",
                "Nothing works.",
                null,
                null,
                null,
                null,
                null,
                null,
                PartnerWords.NONE);
        String id = acceptReport.accept(mail, anna).id();
        as(ANNA).get("/v1/tickets/" + id)
                .then()
                .body("channel", equalTo("email"))
                .body("reporter.email", equalTo(ANNA))
                .body("missingInformation.field", contains("problemStart", "impact"));
        ReportForm answer = new ReportForm(
                null,
                "2026-03-02T08:00:00Z",
                null,
                "awful",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PartnerWords.NONE);
        assertThat(completeTicket.leniently(id, answer, anna).missing().fields())
                .containsExactly("impact");
    }
}
