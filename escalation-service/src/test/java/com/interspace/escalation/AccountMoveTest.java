package com.interspace.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service goes from one account to another. */
@QuarkusTest
class AccountMoveTest extends EscalationDeskTest {

    @Test
    void the_new_account_is_issued_a_version_of_its_own() {
        AService service = movedService();

        readMatrix(BORIS, service.id()).then().statusCode(200).body("version", equalTo(3));
        document(BORIS, service, 3)
                .then()
                .statusCode(200)
                .body(containsString("GLOBEX"))
                .body(not(containsString("ACME")));
        assertThat(Tables.texts("select max(levels) from matrix where service_id = '" + service.id()
                        + "' and version in (2, 3) group by levels"))
                .hasSize(1);
        assertThat(Tables.count("outbox where key = '" + service.id() + "' and type like '%matrix-issued%'"))
                .isEqualTo(3);
    }

    @Test
    void the_old_account_keeps_the_documents_that_it_has_and_sees_no_others() {
        AService service = movedService();

        readMatrix(ANNA, service.id()).then().statusCode(404);
        document(ANNA, service, 2).then().statusCode(200).body(containsString("ACME"));
        readMatrix(ANNA, service.id() + "?version=1").then().statusCode(200);
        document(ANNA, service, 3).then().statusCode(404);
    }

    @Test
    void the_new_account_does_not_see_the_documents_of_the_old_one() {
        AService service = movedService();

        document(BORIS, service, 1).then().statusCode(404);
        document(BORIS, service, 2).then().statusCode(404);
        as(BORIS)
                .post("/v1/escalation-matrices/" + service.id() + "/document/receipt?version=2")
                .then()
                .statusCode(404);
        document(AGENT, service, 1).then().statusCode(200);
    }

    @Test
    void being_told_again_of_the_move_issues_nothing_more() {
        AService service = movedService();

        service.suspended().tell();
        service.movedTo("GLOBEX").tell();

        assertThat(Tables.count("issued_document where service_id = '" + service.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void a_ticket_from_before_the_move_keeps_its_version() {
        AService service = AService.withMatrix().active();
        ATicket ticket = ATicket.openOn(service, "critical");
        timePasses(Duration.ofSeconds(1));
        service.movedTo("GLOBEX").tell();

        timePasses(Duration.ofMinutes(30));

        assertThat(escalationOf(ticket.id()).getInt("matrixVersion")).isEqualTo(1);
        assertThat(levelOf(ticket.id())).isEqualTo(1);
    }

    @Test
    void a_service_without_a_contractual_matrix_is_issued_none_when_it_moves() {
        AService service = AService.withoutMatrix().active();

        service.movedTo("GLOBEX").tell();

        readMatrix(BORIS, service.id()).then().statusCode(404);
        assertThat(Tables.count("matrix where service_id = '" + service.id() + "'"))
                .isZero();
    }

    /** From ACME, where its matrix had been changed once, to GLOBEX. */
    private AService movedService() {
        AService service = AService.withMatrix().active();
        timePasses(Duration.ofSeconds(1));
        changeMatrix(MANAGER, service.id(), aMatrix(Duration.ofSeconds(5)))
                .then()
                .statusCode(200);
        timePasses(Duration.ofSeconds(1));
        service.movedTo("GLOBEX").tell();
        return service;
    }

    private static Response document(String who, AService service, int version) {
        return as(who).accept("application/json")
                .get("/v1/escalation-matrices/" + service.id() + "/document?version=" + version);
    }
}
