package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.move;
import static com.interspace.rfo.fixture.Desk.published;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.revised;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.interspace.chassis.timer.TimerEngine;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.Contract;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service promises to others is what it does. */
@QuarkusTest
class OwnContractsTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Inject
    TimerEngine timers;

    static Stream<Contract> contracts() {
        return Contract.names("rfo-service", "").stream().map(name -> Contract.of("rfo-service", name));
    }

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void an_example_keeps_to_its_schema(Contract contract) throws IOException {
        assertThat(contract.objectionsTo(contract.example())).isEmpty();
    }

    @Test
    void everything_that_leaves_keeps_to_its_schema() throws IOException {
        // given an RFO that was published and revised, one that was withdrawn, and one that is late
        String revised = revised("agent", published(known(TicketStory.aResolvedTicket())));
        move("agent", revised, "inReview");
        move("agent2", revised, "approved");
        move("agent2", revised, "published");
        move("agent", requested(known(TicketStory.aResolvedTicket())), "withdrawn");
        requested(known(TicketStory.aResolvedTicketOn(null)));
        MovableClock.shared().set(Instant.parse("2026-03-11T12:00:00Z"));
        timers.fireDue();

        // then each type has left, and the newest of each type is as promised
        for (Contract contract :
                contracts().filter(one -> one.name().startsWith("rfo.")).toList()) {
            String body = Tables.text(
                    "select body from outbox where type = '" + contract.type() + "' order by position desc limit 1");
            assertThat(body).as(contract.name()).isNotNull();
            assertThat(contract.objectionsTo(body)).as(contract.name()).isEmpty();
        }
    }

    @Test
    void every_type_that_leaves_is_promised() {
        published(known(TicketStory.aResolvedTicket()));

        String types = Tables.text("select string_agg(distinct type, ',') from outbox");

        assertThat(contracts().map(Contract::type)).contains(types.split(","));
    }

    @Test
    void the_description_of_the_events_names_every_contract() throws IOException {
        String description = Files.readString(Path.of("contracts", "asyncapi.yaml"));

        assertThat(contracts()).allSatisfy(contract -> assertThat(description)
                .contains("name: " + contract.type(), "./events/" + contract.name() + ".v1.schema.json"));
    }

    @Test
    void the_description_of_the_doors_names_exactly_the_doors_that_are_there() throws IOException {
        JsonNode promised = new YAMLMapper().readTree(new File("contracts/openapi.yaml"));
        JsonNode there = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());

        assertThat(doors(promised)).isEqualTo(doors(there));
    }

    @Test
    void every_door_shows_by_example_what_it_takes_answers_and_refuses() throws IOException {
        JsonNode promised = new YAMLMapper().readTree(new File("contracts/openapi.yaml"));
        List<String> without = new ArrayList<>();
        promised.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(door -> {
                    String name = door.getKey() + " " + path.getKey();
                    exampleless(door.getValue().path("requestBody"), name + " takes", without);
                    door.getValue()
                            .path("responses")
                            .fields()
                            .forEachRemaining(answer -> exampleless(
                                    resolved(promised, answer.getValue()),
                                    name + " answers " + answer.getKey(),
                                    without));
                }));

        assertThat(without).isEmpty();
    }

    private static void exampleless(JsonNode said, String name, List<String> without) {
        said.path("content").fields().forEachRemaining(form -> {
            boolean shown = form.getValue().has("example") || form.getValue().has("examples");
            if (!shown && !form.getKey().equals("application/pdf")) {
                without.add(name + " as " + form.getKey());
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Set<String> doors(JsonNode description) {
        Set<String> doors = new TreeSet<>();
        description.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        doors.add(method + " " + path.getKey());
                    }
                }));
        return doors;
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
