package com.interspace.ticketing.adapter.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Puts an example to every request, answer and refusal. They stand in {@code openapi-examples/<operationId>.json}:
 * {@code request}, {@code answers} by status, and {@code schema}, the name of what a successful answer is when the
 * method itself does not tell. What every operation refuses alike stands in {@code everywhere.json}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode everywhere = read("everywhere");

    @Override
    public Operation filterOperation(Operation operation) {
        JsonNode examples = operation.getOperationId() == null ? null : read(operation.getOperationId());
        if (examples == null) {
            return operation;
        }
        if (operation.getRequestBody() != null && examples.has("request")) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setExample(plain(examples.get("request"))));
        }
        JsonNode answers = examples.path("answers");
        dropUnusedSuccess(operation.getResponses(), answers);
        answers.fields()
                .forEachRemaining(answer -> show(
                        operation.getResponses(),
                        answer.getKey(),
                        answer.getValue(),
                        examples.path("schema").asText(null)));
        everywhere.fields().forEachRemaining(refusal -> {
            if (operation.getResponses().hasAPIResponse(refusal.getKey()) && !answers.has(refusal.getKey())) {
                show(operation.getResponses(), refusal.getKey(), refusal.getValue(), null);
            }
        });
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        WireWords.writeInto(document.getComponents().getSchemas());
    }

    /** Without an annotation every method is said to answer 200. */
    private static void dropUnusedSuccess(APIResponses responses, JsonNode answers) {
        Set<String> unused = responses.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("2") && !answers.has(status))
                .collect(Collectors.toSet());
        boolean another =
                answers.properties().stream().anyMatch(answer -> answer.getKey().startsWith("2"));
        if (another) {
            unused.forEach(responses::removeAPIResponse);
        }
    }

    private static void show(APIResponses responses, String status, JsonNode example, String schema) {
        boolean success = status.startsWith("2");
        boolean tmf = example.path("@type").asText().equals("Error");
        APIResponse response = responses.getAPIResponse(status);
        if (response == null) {
            response = OASFactory.createAPIResponse().description(title(status, example));
            responses.addAPIResponse(status, response);
        }
        String usual = success || tmf ? "application/json" : PROBLEM;
        Content content = response.getContent();
        if (content == null || !success) {
            content = OASFactory.createContent().addMediaType(usual, OASFactory.createMediaType());
            response.setContent(content);
        }
        String name =
                success ? schema : tmf ? "TmfError" : status.equals("422") ? "HttpValidationProblem" : "HttpProblem";
        for (MediaType type : content.getMediaTypes().values()) {
            type.setExample(plain(example));
            if (name != null) {
                type.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + name));
            }
        }
    }

    private static String title(String status, JsonNode example) {
        String said = example.path("title").asText(example.path("reason").asText());
        return said.isEmpty() ? (status.equals("201") ? "Created" : "OK") : said;
    }

    private static Object plain(JsonNode example) {
        return JSON.convertValue(example, Object.class);
    }

    private static JsonNode read(String name) {
        try (InputStream file = OpenApiExamples.class.getResourceAsStream("/openapi-examples/" + name + ".json")) {
            return file == null ? null : JSON.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
