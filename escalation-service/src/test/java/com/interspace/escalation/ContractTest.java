package com.interspace.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.escalation.fixture.AService;
import com.interspace.escalation.fixture.ATicket;
import com.interspace.escalation.fixture.Tables;
import com.interspace.escalation.usecase.WatchClimbing;
import com.interspace.local.fixture.MovableClock;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractTest extends EscalationDeskTest {

    private static final Path CONTRACTS = Path.of("contracts");

    @Inject
    ObjectMapper json;

    @Inject
    WatchClimbing watch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matrix-issued",
                "receipt-confirmed",
                "level-reached",
                "level-skipped",
                "acknowledged",
                "suspended",
                "resumed",
                "de-escalated",
                "stalled"
            })
    void every_example_keeps_its_schema(String word) throws IOException {
        Path example = CONTRACTS.resolve("events/escalation." + word + ".v1.example.json");

        assertThat(violations("escalation." + word, Files.readString(example))).isEmpty();
    }

    @Test
    void everything_that_goes_out_keeps_its_contract_and_every_contract_is_used() throws IOException {
        aLifeInWhichEverythingHappens();

        Set<String> used = new TreeSet<>();
        for (String row : Tables.texts("select type || ' ' || body from outbox")) {
            String type = row.substring("com.interspace.".length(), row.indexOf(".v1 "));
            assertThat(violations(type, row.substring(row.indexOf(' ') + 1)))
                    .as(type)
                    .isEmpty();
            used.add(type);
        }
        assertThat(used)
                .containsExactly(
                        "escalation.acknowledged",
                        "escalation.de-escalated",
                        "escalation.level-reached",
                        "escalation.level-skipped",
                        "escalation.matrix-issued",
                        "escalation.receipt-confirmed",
                        "escalation.resumed",
                        "escalation.stalled",
                        "escalation.suspended");
    }

    @Test
    void an_event_that_lacks_a_field_breaks_its_schema() throws IOException {
        Path example = CONTRACTS.resolve("events/escalation.level-reached.v1.example.json");

        assertThat(violations(
                        "escalation.level-reached", Files.readString(example).replace("\"persons\"", "\"people\"")))
                .isNotEmpty();
    }

    /** To write the file anew after a wanted change: {@code mvn test -Dcontracts.write=true}. */
    @Test
    void the_openapi_document_is_the_one_in_the_repository() throws IOException {
        Path kept = CONTRACTS.resolve("openapi.yaml");
        String served = given().accept("application/yaml").get("/q/openapi").asString();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(kept, served);
        }

        assertThat(served).isEqualTo(Files.readString(kept));
    }

    private void aLifeInWhichEverythingHappens() {
        AService service = AService.withMatrix().active();
        as(ANNA).post("/v1/escalation-matrices/" + service.id() + "/document/receipt")
                .then()
                .statusCode(200);
        ATicket ticket = ATicket.openOn(service, "critical");
        timePasses(Duration.ofHours(1));
        ask(ANNA, ticket.id(), Map.of("reason", "progress")).then().statusCode(200);
        ask(AGENT, ticket.id(), Map.of("reason", "Called", "requestedBy", "Anna Petrova", "level", 5))
                .then()
                .statusCode(200);
        for (String order : List.of("acknowledge", "suspend", "resume", "de-escalate")) {
            as(AGENT)
                    .body(Map.of("reason", "Agreed", "level", order.equals("de-escalate") ? 0 : 5))
                    .post("/v1/escalations/" + ticket.id() + "/" + order)
                    .then()
                    .statusCode(200);
        }
        ATicket internal = ATicket.openOn(AService.withoutMatrix().active(), "low");
        timePasses(Duration.ofDays(10));
        assertThat(stepsOf(internal.id())).hasSize(4);
        ATicket.withoutService("major").opened().tell();
        MovableClock.shared().advance(Duration.ofMinutes(61));
        Tables.change("delete from stall");
        watch.look();
        engine.fireDue();
    }

    private List<String> violations(String type, String body) throws IOException {
        JsonNode schema = json.readTree(
                CONTRACTS.resolve("events/" + type + ".v1.schema.json").toFile());
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(json.readTree(body))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
