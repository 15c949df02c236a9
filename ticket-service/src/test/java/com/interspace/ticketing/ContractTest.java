package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends TicketDeskTest {

    private static final Path EVENTS = Path.of("contracts", "events");

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void every_example_keeps_its_schema() throws Exception {
        int examples = 0;
        try (Stream<Path> files = Files.list(EVENTS)) {
            for (Path example : files.filter(file -> file.toString().endsWith(".example.json"))
                    .toList()) {
                String type = example.getFileName().toString().replace(".example.json", "");
                assertThat(faults(type, json.readTree(example.toFile())))
                        .as(type)
                        .isEmpty();
                examples++;
            }
        }
        assertThat(examples).isEqualTo(types().size());
    }

    @Test
    void everything_that_goes_out_keeps_its_contract_and_every_contract_is_used() throws Exception {
        // given: a life in which everything happens
        String lively = aTicketInProgress();
        as(AGENT).body(Map.of("text", "On it")).post("/v1/tickets/" + lively + "/notes");
        as(AGENT).body(Map.of("text", "Bad card", "visibility", "internal")).post("/v1/tickets/" + lively + "/notes");
        attach(ANNA, lively, "traceroute.txt", "1  192.0.2.1".getBytes());
        as(AGENT)
                .body(Map.of("impact", "degradation", "faultNature", "intermittent", "note", "better"))
                .patch("/v1/tickets/" + lively);
        timePasses(Duration.ofHours(9));
        move(lively, "resolved");
        as(ANNA).body(Map.of("to", "inProgress", "reason", "still down"))
                .post("/v1/tickets/" + lively + "/transitions");
        move(lively, "resolved");
        move(lively, "inProgress");
        move(lively, "resolved");
        timePasses(Duration.ofHours(72));
        move(anOpenTicket(), "cancelled");
        move(anOpenTicket(), "rejected");
        as(PARTNER).body(Map.of("impact", "degradation")).patch("/v1/tickets/" + aTicketWithout("impact"));
        as(AGENT)
                .body(Map.of("impact", "degradation", "note", "He called"))
                .patch("/v1/tickets/" + aTicketWithout("impact"));
        everySortOfAgreement();
        Map<String, Object> moved = aServiceOf("ACME");
        moved.put("site", "PDV-1");
        as(PROVISIONING).body(moved).put("/v1/services/" + acmeService);
        somebodyIsErased(moved);
        as(PROVISIONING).post("/v1/services/" + acmeService + "/suspend");
        as(PROVISIONING).post("/v1/services/" + acmeService + "/terminate");

        // then
        Set<String> published = new TreeSet<>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select type, body, sequence from outbox where not passing")) {
            while (rows.next()) {
                String type = rows.getString(1).replace("com.interspace.", "");
                JsonNode body = json.readTree(rows.getString(2));
                assertThat(faults(type, body)).as(type + " " + body).isEmpty();
                assertThat(body.path(type.startsWith("ticket") ? "ticket" : "service")
                                .path("version")
                                .asLong())
                        .isEqualTo(rows.getLong(3));
                published.add(type);
            }
        }
        published.add(whatNamesSomebodyOnItsWayOnly());
        assertThat(published).containsExactlyInAnyOrderElementsOf(types());
    }

    /** Its body does not stay in the outbox, so it is looked at where it went. */
    private String whatNamesSomebodyOnItsWayOnly() throws IOException {
        String type = "service.contact-erased.v1";
        await().untilAsserted(() -> assertThat(erasures()).isNotEmpty());
        for (Event event : erasures()) {
            assertThat(faults(type, event.json())).isEmpty();
        }
        return type;
    }

    private List<Event> erasures() {
        return LocalParts.events("interspace.service.v1").stream()
                .filter(event -> event.type().equals("com.interspace.service.contact-erased.v1")
                        && event.key().equals(acmeService))
                .toList();
    }

    private void somebodyIsErased(Map<String, Object> service) {
        String id = "gone-" + java.util.UUID.randomUUID();
        service.put("contacts", List.of(Map.of("contactId", id, "name", "Gone " + id, "email", id + "@acme.example")));
        as(PROVISIONING).body(service).put("/v1/services/" + acmeService);
        as(MANAGER).body(Map.of("reason", "Asked for")).post("/v1/contacts/" + id + "/erasure");
    }

    /** Deferrals in every outcome, joins, and a policy that is applied. */
    private void everySortOfAgreement() {
        clock.set(SUNDAY_NIGHT);
        for (String answer : List.of("true", "false", "")) {
            String id = aFaultThatCanWait();
            as(AGENT).body(Map.of("reason", "Nobody is on site")).post("/v1/tickets/" + id + "/deferral");
            if (!answer.isEmpty()) {
                as(ANNA).body("{\"accept\": " + answer + "}").post("/v1/tickets/" + id + "/deferral/answer");
            }
        }
        timePasses(Duration.ofHours(12));
        String parent = anOpenTicket();
        as(AGENT).body(Map.of("ticketId", anOpenTicket())).post("/v1/tickets/" + parent + "/children");
        as(AGENT).body(Map.of("ticketId", parent)).post("/v1/tickets/" + anOpenTicket() + "/merge");
        // 120 hours is what a policy says that nobody has changed, so that none would be applied
        int version =
                as(MANAGER).body(aPolicy("PT121H")).put("/v1/sla-policies").path("version");
        as(MANAGER).body(Map.of("reason", "New year")).post("/v1/sla-policies/" + version + "/apply-to-open");
    }

    @Test
    void no_ticket_event_carries_a_persons_name_or_address() throws Exception {
        anOpenTicket();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select body from outbox where topic = 'interspace.ticket.v1'")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain("Anna Petrova", "Alice Agent", "+359");
            }
        }
    }

    /** The types that the contracts describe. */
    private static List<String> types() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .toList();
        }
    }

    private List<String> faults(String type, JsonNode body) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        json.readTree(EVENTS.resolve(type + ".schema.json").toFile()),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        List<String> faults = new ArrayList<>();
        schema.validate(body).forEach(message -> faults.add(message.toString()));
        return faults;
    }
}
