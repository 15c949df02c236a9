package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published document: each operation of the desk shows what it takes, answers and refuses, and keeps its word. */
class PublishedExamplesTest {

    /** Doors with a shape of their own, whose examples stand elsewhere. */
    private static final Set<String> ELSEWHERE =
            Set.of("TMF621", "Attachments", "Intake", "Operations", "Quarantine", "Reports", "Events", "Live");

    private final JsonNode document;

    PublishedExamplesTest() throws IOException {
        document = new YAMLMapper().readTree(Path.of("contracts/openapi.yaml").toFile());
    }

    @Test
    void every_operation_shows_its_request_its_answer_and_each_refusal() {
        List<String> bare = new ArrayList<>();
        operations().forEach(operation -> {
            String id = operation.path("operationId").asText();
            if (operation.has("requestBody")
                    && contents(operation.path("requestBody")).isEmpty()) {
                bare.add(id + " request");
            }
            operation.path("responses").properties().forEach(response -> {
                if (contents(response.getValue()).isEmpty()) {
                    bare.add(id + " " + response.getKey());
                }
            });
        });
        assertThat(bare).isEmpty();
    }

    @Test
    void every_example_keeps_the_schema_it_stands_with() {
        List<String> faults = new ArrayList<>();
        operations().forEach(operation -> {
            List<JsonNode> bodies = new ArrayList<>(List.of(operation.path("requestBody")));
            operation.path("responses").forEach(bodies::add);
            bodies.forEach(body -> contents(body).forEach(content -> check(operation, content, faults)));
        });
        assertThat(faults).isEmpty();
    }

    private void check(JsonNode operation, JsonNode content, List<String> faults) {
        ObjectNode schema = new ObjectMapper().createObjectNode();
        schema.set("components", document.path("components"));
        schema.setAll((ObjectNode) (content.path("schema").isObject() ? content.path("schema") : schema.objectNode()));
        JsonNode example = content.at("/examples/example/value");
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(withoutNulls(example))
                .forEach(fault -> faults.add(operation.path("operationId").asText() + ": " + fault));
    }

    /** The document does not say which fields may be null; a null is as good as a field left out. */
    private static JsonNode withoutNulls(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode kept = object.objectNode();
            object.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> kept.set(field.getKey(), withoutNulls(field.getValue())));
            return kept;
        }
        if (value.isArray()) {
            var kept = new ObjectMapper().createArrayNode();
            value.forEach(item -> kept.add(withoutNulls(item)));
            return kept;
        }
        return value;
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    boolean elsewhere =
                            ELSEWHERE.contains(operation.at("/tags/0").asText())
                                    || operation.at("/responses/200/content").has("text/event-stream");
                    if (operation.has("operationId") && !elsewhere) {
                        operations.add(operation);
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(25);
        return operations;
    }

    private static List<JsonNode> contents(JsonNode body) {
        List<JsonNode> contents = new ArrayList<>();
        body.path("content").forEach(content -> {
            if (content.has("examples")) {
                contents.add(content);
            }
        });
        return contents;
    }
}
