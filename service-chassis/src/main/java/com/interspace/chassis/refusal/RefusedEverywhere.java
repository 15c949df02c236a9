package com.interspace.chassis.refusal;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Tells in the published document what every operation refuses alike, because it is refused in one place for all: what
 * cannot be read, what cannot be answered in the form that was asked for, what is too large or in a form nobody reads,
 * and anything while the database is away. What an operation says itself about such a refusal stands.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = RefusedEverywhere.AFTER_ALL_OTHERS)
public class RefusedEverywhere implements OASFilter {

    static final int AFTER_ALL_OTHERS = 0;

    private static final String TMF_ERROR = "TmfError";
    private static final Malformed MALFORMED = new Malformed("The query has a NUL character (%00); leave it out.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (TmfError.isSpokenAt(path)) {
                document.getComponents().addSchema(TMF_ERROR, tmfError());
            }
            complete(path, item);
        });
    }

    private void complete(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> {
            BiConsumer<Operation, Refusal> told =
                    TmfError.isSpokenAt(path) ? RefusedEverywhere::tellPartner : RefusedEverywhere::tell;
            told.accept(operation, MALFORMED);
            told.accept(operation, ProblemResponses.NOT_ACCEPTABLE);
            told.accept(operation, Away.NOW);
            if (path.contains("{")) {
                told.accept(operation, new NotFound("object", "of-that-name"));
            }
            if (operation.getRequestBody() != null) {
                told.accept(operation, Unsupported.BODY);
                told.accept(operation, TooLarge.BODY);
            }
            if ((operation.getRequestBody() != null || takesQuery(operation)) && !TmfError.isSpokenAt(path)) {
                told.accept(operation, new Invalid("limit", "must be a whole number from 1 to 200"));
            }
        });
    }

    private static boolean takesQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> each.getIn() == Parameter.In.QUERY);
    }

    private static void tell(Operation operation, Refusal refusal) {
        tell(operation, refusal, "application/problem+json", "HttpProblem", shown(refusal));
    }

    private static void tellPartner(Operation operation, Refusal refusal) {
        tell(operation, refusal, "application/json", TMF_ERROR, shown(TmfError.shown(refusal)));
    }

    private static void tell(Operation operation, Refusal refusal, String mediaType, String schema, Object example) {
        String status = String.valueOf(refusal.status());
        if (operation.getResponses().hasAPIResponse(status)) {
            return;
        }
        APIResponse response = OASFactory.createAPIResponse().description(refusal.title());
        refusal.headers().forEach((name, value) -> response.addHeader(name, header(value)));
        response.content(OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema))
                                .example(example)));
        operation.getResponses().addAPIResponse(status, response);
    }

    private static Header header(String example) {
        return OASFactory.createHeader()
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .example(example);
    }

    private static Schema tmfError() {
        Schema error = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        List.of("code", "reason", "message", "status", "@type")
                .forEach(name ->
                        error.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        return error.required(List.of("code", "reason"));
    }

    private static Map<String, Object> shown(TmfError error) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("code", error.code());
        shown.put("reason", error.reason());
        shown.put("message", error.message());
        shown.put("status", error.status());
        shown.put("@type", error.type());
        return shown;
    }

    private static Map<String, Object> shown(Refusal refusal) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", ProblemResponses.TYPE + refusal.slug());
        problem.put("title", refusal.title());
        problem.put("status", refusal.status());
        problem.put("detail", refusal.getMessage());
        return problem;
    }
}
