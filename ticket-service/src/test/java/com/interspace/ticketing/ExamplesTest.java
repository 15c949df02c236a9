package com.interspace.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExamplesTest extends TicketDeskTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private JsonNode openApi;

    @BeforeEach
    void theServiceDescribesItself() throws Exception {
        openApi = JSON.readTree(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void every_operation_shows_its_request_its_answers_and_its_refusals() {
        List<String> bare = new ArrayList<>();
        eachContent((where, content) -> {
            if (!content.has("example") || content.path("schema").isEmpty()) {
                bare.add(where);
            }
        });
        assertThat(bare).isEmpty();
    }

    @Test
    void every_example_keeps_its_schema() {
        List<String> faults = new ArrayList<>();
        eachContent((where, content) -> {
            ObjectNode schema = JSON.createObjectNode();
            schema.set("components", openApi.get("components"));
            schema.set("allOf", JSON.createArrayNode().add(content.path("schema")));
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(withoutNulls(content.path("example").deepCopy()))
                    .forEach(fault -> faults.add(where + " " + fault));
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_word_is_the_one_on_the_wire() {
        List<String> names = new ArrayList<>();
        openApi.findValues("enum")
                .forEach(words -> words.forEach(word -> {
                    if (word.asText().matches("[A-Z][A-Z_]+")) {
                        names.add(word.asText());
                    }
                }));
        assertThat(names).isEmpty();
    }

    /** Every request and every answer, with the words to find it. */
    private void eachContent(BiConsumer<String, JsonNode> look) {
        for (Map.Entry<String, JsonNode> path : openApi.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    String id = method.getValue().path("operationId").asText(path.getKey());
                    contents(method.getValue().path("requestBody")).forEach(content -> look.accept(id, content));
                    method.getValue().path("responses").properties().forEach(answer -> {
                        List<JsonNode> contents = contents(answer.getValue());
                        contents.forEach(content -> look.accept(id + " " + answer.getKey(), content));
                        if (contents.isEmpty() && !answer.getKey().equals("204")) {
                            look.accept(id + " " + answer.getKey(), JSON.createObjectNode());
                        }
                    });
                }
            }
        }
    }

    private static List<JsonNode> contents(JsonNode body) {
        List<JsonNode> contents = new ArrayList<>();
        body.path("content").forEach(contents::add);
        return contents;
    }

    /** On this wire null and absent mean the same. */
    private static JsonNode withoutNulls(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        tree.forEach(ExamplesTest::withoutNulls);
        return tree;
    }
}
