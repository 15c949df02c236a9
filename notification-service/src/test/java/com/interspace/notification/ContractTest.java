package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.serviceActivated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.interspace.notification.fixture.NotificationTest;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractTest extends NotificationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Inject
    DataSource database;

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "failed", "suppressed"})
    void the_example_keeps_the_promise_of_the_schema(String what) throws IOException {
        String example = Files.readString(Path.of("contracts/events/notification." + what + ".v1.example.json"));

        assertThat(violations(what, example)).isEmpty();
    }

    @Test
    void what_is_published_about_a_delivered_message_keeps_the_promise() throws Exception {
        serviceActivated("ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();
        mailsTo(address("anna", service), 2);

        assertThat(violations("delivered", bodyInOutbox("delivered", ticket))).isEmpty();
        assertThat(violations("delivered", bodyInOutbox("delivered", service))).isEmpty();
    }

    @Test
    void what_is_published_about_a_failed_message_keeps_the_promise() throws Exception {
        mailServerIs("REFUSING");
        serviceActivated("ACME", service, contact("anna", service)).publish();

        assertThat(violations("failed", bodyInOutbox("failed", service))).isEmpty();
    }

    @Test
    void the_published_interface_is_the_one_that_is_served() throws IOException {
        String served =
                RestAssured.given().accept("application/yaml").get("/q/openapi").asString();
        Path contract = Path.of("contracts/openapi.yaml");
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(contract, served);
        }

        JsonNode promised = YAML.readTree(Files.readString(contract));

        JsonNode now = YAML.readTree(served);
        assertThat(now.path("paths")).isEqualTo(promised.path("paths"));
        assertThat(now.path("components").path("schemas"))
                .isEqualTo(promised.path("components").path("schemas"));
    }

    @Test
    void every_operation_shows_an_example_of_its_request_its_answer_and_each_refusal() throws IOException {
        List<String> bare = new ArrayList<>();
        JsonNode paths =
                YAML.readTree(Path.of("contracts/openapi.yaml").toFile()).path("paths");
        paths.forEach(path -> path.forEach(operation -> {
            String id = operation.path("operationId").asText();
            if (operation.has("requestBody") && withoutExample(operation.path("requestBody"))) {
                bare.add(id + " request");
            }
            operation.path("responses").properties().forEach(response -> {
                if (!response.getKey().equals("204") && withoutExample(response.getValue())) {
                    bare.add(id + " " + response.getKey());
                }
            });
        }));

        assertThat(bare).isEmpty();
    }

    private static boolean withoutExample(JsonNode body) {
        JsonNode content = body.path("content");
        return content.isEmpty()
                || content.findValues("examples").isEmpty()
                        && content.findValues("example").isEmpty();
    }

    private static List<String> violations(String what, String body) throws IOException {
        String schema = Files.readString(Path.of("contracts/events/notification." + what + ".v1.schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(JSON.readTree(body))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private String bodyInOutbox(String what, String key) {
        return await().atMost(PATIENCE)
                .until(() -> bodiesInOutbox(what, key), bodies -> !bodies.isEmpty())
                .get(0);
    }

    private List<String> bodiesInOutbox(String what, String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select body from outbox where type = ? and key = ?")) {
            statement.setString(1, "com.interspace.notification." + what + ".v1");
            statement.setString(2, key);
            List<String> bodies = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                bodies.add(rows.getString(1));
            }
            return bodies;
        }
    }
}
