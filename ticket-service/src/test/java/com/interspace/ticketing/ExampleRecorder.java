package com.interspace.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * With {@code -Dcontracts.write=true}, whatever the tests say at the doors and hear becomes the example of an
 * operation that has a file, be it an empty object, and none for that yet. An example that is there is never touched:
 * remove it to have it written anew.
 */
final class ExampleRecorder implements Filter {

    private static final Path EXAMPLES = Path.of("src", "main", "resources", "openapi-examples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 2;

    private record Operation(String method, Pattern path, String id) {}

    private final List<Operation> operations = new ArrayList<>();

    /** @param openApi the description of the service as it runs */
    ExampleRecorder(JsonNode openApi) {
        for (Map.Entry<String, JsonNode> path : openApi.get("paths").properties()) {
            Pattern pattern = Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+"));
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String id = operation.getValue().path("operationId").asText();
                operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), pattern, id));
            }
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext context) {
        Response answer = context.next(request, wanted);
        String path = URI.create(request.getURI().replaceAll("[^!-~]", "")).getPath();
        operations.stream()
                .filter(operation -> operation.method().equals(request.getMethod())
                        && operation.path().matcher(path).matches())
                .findFirst()
                .ifPresent(operation -> keep(operation.id(), request.getBody(), answer));
        return answer;
    }

    private static synchronized void keep(String operation, Object said, Response answer) {
        try {
            Path file = EXAMPLES.resolve(operation + ".json");
            if (Files.notExists(file)) {
                return;
            }
            ObjectNode example = (ObjectNode) JSON.readTree(file.toFile());
            ObjectNode answers = example.withObject("/answers");
            String status = String.valueOf(answer.statusCode());
            boolean json = answer.contentType().contains("json");
            if (answer.statusCode() >= 500 || answers.has(status) || !json) {
                return;
            }
            if (answer.statusCode() < 300 && said instanceof String text && !example.has("request")) {
                example.set("request", tidy(text));
            }
            answers.set(status, tidy(answer.asString()));
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode tidy(String text) throws IOException {
        JsonNode tree = JSON.readTree(text.replaceAll("IS-ACME-[0-9a-f-]{36}", "IS-DIA-0001")
                .replaceAll("(IS-)\\d{7}-\\d", "IS-1000042-2")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "6d3f8a50-3f3c-4b6b-9d0c-0d3b1f2a4c55"));
        return shortened(tree);
    }

    private static JsonNode shortened(JsonNode tree) {
        if (tree instanceof ArrayNode array) {
            while (array.size() > MOST_ITEMS && array.get(0).isObject()) {
                array.remove(array.size() - 1);
            }
        }
        if (tree instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> member.getValue().isTextual()
                            && member.getValue().asText().length() > LONGEST_TEXT)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(name -> object.put(name, object.get(name).asText().substring(0, LONGEST_TEXT)));
        }
        tree.forEach(ExampleRecorder::shortened);
        return tree;
    }
}
