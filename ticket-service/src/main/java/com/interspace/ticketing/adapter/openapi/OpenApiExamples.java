package com.interspace.ticketing.adapter.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Puts an example to every request, answer and refusal. They stand in {@code openapi-examples/<operationId>.json}:
 * {@code request}, {@code answers} by status, and {@code schema}, the name of what a successful answer is when the
 * method itself does not tell. What every operation refuses alike stands in {@code everywhere.json}; which of it an
 * operation knows follows from what it takes: a path 404, a body 400 and 422, a query 422, {@code If-Match} 412. The
 * doors of TMF621 refuse in words of their own, but for who comes in at all.
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
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            show(
                    operation.getResponses(),
                    answer.getKey(),
                    answer.getValue(),
                    examples.path("schema").asText(null));
        }
        for (String status : refusedAlike(operation, answers)) {
            show(operation.getResponses(), status, everywhere.get(status), null);
        }
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

    /** The statuses for which the operation has no example of its own. */
    private static Set<String> refusedAlike(Operation operation, JsonNode answers) {
        Set<String> statuses = new LinkedHashSet<>(List.of("401", "403"));
        if (answers.properties().stream().noneMatch(answer -> isTmf(answer.getValue()))) {
            if (takes(operation, In.PATH)) {
                statuses.add("404");
            }
            if (operation.getRequestBody() != null) {
                statuses.addAll(List.of("400", "422"));
            }
            if (takes(operation, In.QUERY)) {
                statuses.add("422");
            }
            if (takesVersion(operation)) {
                statuses.add("412");
            }
        }
        statuses.removeIf(answers::has);
        return statuses;
    }

    private static boolean takes(Operation operation, In place) {
        return parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static boolean takesVersion(Operation operation) {
        return parameters(operation).stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void show(APIResponses responses, String status, JsonNode example, String schema) {
        boolean success = status.startsWith("2");
        boolean tmf = isTmf(example);
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

    private static boolean isTmf(JsonNode example) {
        return example.path("@type").asText().equals("Error");
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
