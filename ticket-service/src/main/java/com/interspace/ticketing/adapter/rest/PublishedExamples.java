package com.interspace.ticketing.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.service.ServiceStatus;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.ClockState;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Deferral;
import com.interspace.ticketing.ticket.FaultNature;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Task;
import com.interspace.ticketing.ticket.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the published document: words as they are on the wire, and an example of each operation's request, answer
 * and refusals. The examples are data in {@code openapi-examples.json}; which refusals an operation knows follows from
 * what it takes: a path 404, a body 400 and 422, {@code If-Match} 412. Its own conflict is 409.
 */
public class PublishedExamples implements OASFilter {

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.ofEntries(
            Map.entry("Channel", Channel.class),
            Map.entry("ClockName", ClockName.class),
            Map.entry("ClockState", ClockState.class),
            Map.entry("FaultNature", FaultNature.class),
            Map.entry("Impact", Impact.class),
            Map.entry("Priority", Priority.class),
            Map.entry("ServiceStatus", ServiceStatus.class),
            Map.entry("State", Deferral.State.class),
            Map.entry("Status", Status.class),
            Map.entry("Task", Task.class),
            Map.entry("Urgency", Urgency.class),
            Map.entry("Visibility", Visibility.class));

    private final JsonNode examples;

    public PublishedExamples() {
        try (InputStream file = PublishedExamples.class.getResourceAsStream("/openapi-examples.json")) {
            examples = MAPPER.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        WORDS.forEach((name, words) -> {
            Schema schema = schemas.get(name);
            if (schema != null) {
                schema.setEnumeration(Arrays.stream(words.getEnumConstants())
                        .<Object>map(Object::toString)
                        .toList());
            }
        });
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
    }

    private void complete(String path, Operation operation) {
        JsonNode own = examples.path("operations").path(operation.getOperationId());
        if (own.isMissingNode()) {
            return;
        }
        if (own.has("request")) {
            show(operation.getRequestBody().getContent().getMediaType(JSON), own.path("request"));
        }
        answer(operation, own.path("answer"));
        refuse(operation, "401", examples.at("/refusals/401"));
        refuse(operation, "403", examples.at("/refusals/403"));
        if (path.contains("{")) {
            refuse(operation, "404", examples.at("/refusals/404"));
        }
        if (own.has("request")) {
            refuse(operation, "400", examples.at("/refusals/400"));
            refuse(operation, "422", examples.at("/refusals/422"));
        }
        if (takesVersion(operation)) {
            refuse(operation, "412", examples.at("/refusals/412"));
        }
        if (own.has("conflict")) {
            refuse(operation, "409", own.path("conflict"));
        }
    }

    private static void answer(Operation operation, JsonNode answer) {
        for (Map.Entry<String, APIResponse> response :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (response.getKey().startsWith("2") && response.getValue().getContent() != null) {
                response.getValue().getContent().getMediaTypes().values().forEach(type -> show(type, answer));
            }
        }
    }

    private static boolean takesVersion(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static void refuse(Operation operation, String status, JsonNode problem) {
        MediaType type = OASFactory.createMediaType();
        show(type, problem);
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(problem.path("title").asText())
                                .content(OASFactory.createContent().addMediaType(PROBLEM, type)));
    }

    private static void show(MediaType type, JsonNode value) {
        type.setExamples(Map.of("example", OASFactory.createExample().value(MAPPER.convertValue(value, Object.class))));
    }
}
