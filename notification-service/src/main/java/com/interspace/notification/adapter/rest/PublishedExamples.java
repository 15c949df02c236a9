package com.interspace.notification.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Puts an example to every request, answer and refusal of the published interface. They stand as data in
 * {@code openapi-examples.json}: per operation its request, its answer, and which refusals it knows besides 401 and 403;
 * a refusal without a body of its own has the common one of its status.
 */
public class PublishedExamples implements OASFilter {

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode examples;

    public PublishedExamples() {
        try (InputStream file = PublishedExamples.class.getResourceAsStream("/openapi-examples.json")) {
            examples = MAPPER.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        JsonNode shown = examples.path("operations").path(operation.getOperationId());
        if (shown.has("request")) {
            show(operation.getRequestBody().getContent().getMediaType(JSON), shown.path("request"));
        }
        if (shown.has("answer")) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    response.getContent().getMediaTypes().values().forEach(type -> show(type, shown.path("answer")));
                }
            });
        }
        refuse(operation, "401", null);
        refuse(operation, "403", null);
        shown.path("refusals").properties().forEach(refusal -> refuse(operation, refusal.getKey(), refusal.getValue()));
        return operation;
    }

    private void refuse(Operation operation, String status, JsonNode own) {
        JsonNode common = examples.path("refusals").path(status);
        boolean isOwn = own != null && own.isObject();
        APIResponse response = operation.getResponses().getAPIResponse(status);
        if (response == null) {
            response = OASFactory.createAPIResponse()
                    .description(common.path("title").asText());
            operation.getResponses().addAPIResponse(status, response);
        }
        MediaType type = OASFactory.createMediaType();
        show(type, isOwn ? own : common);
        Content content = OASFactory.createContent();
        response.setContent(content.addMediaType(isOwn && own.has("reason") ? JSON : PROBLEM, type));
    }

    private static void show(MediaType type, JsonNode value) {
        type.setExamples(Map.of("example", OASFactory.createExample().value(MAPPER.convertValue(value, Object.class))));
    }
}
