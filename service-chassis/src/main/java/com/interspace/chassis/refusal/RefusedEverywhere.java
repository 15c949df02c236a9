package com.interspace.chassis.refusal;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Tells in the published document what every operation refuses alike, because it is refused in one place for all: what
 * cannot be read, what cannot be answered in the form that was asked for, what is too large or in a form nobody reads.
 * What an operation says itself about such a refusal stands.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RefusedEverywhere implements OASFilter {

    private static final Malformed MALFORMED = new Malformed("The query has a NUL character (%00); leave it out.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach(this::complete);
    }

    private void complete(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> {
            tell(operation, MALFORMED);
            tell(operation, ProblemResponses.NOT_ACCEPTABLE);
            if (path.contains("{")) {
                tell(operation, new NotFound("object", "of-that-name"));
            }
            if (operation.getRequestBody() != null) {
                tell(operation, Unsupported.BODY);
                tell(operation, new TooLarge("The body is larger than 26 MB."));
            }
            if ((operation.getRequestBody() != null || takesQuery(operation)) && !path.startsWith("/tmf-api/")) {
                tell(operation, new Invalid("limit", "must be a whole number from 1 to 200"));
            }
        });
    }

    private static boolean takesQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> each.getIn() == Parameter.In.QUERY);
    }

    private static void tell(Operation operation, Refusal refusal) {
        String status = String.valueOf(refusal.status());
        if (operation.getResponses().hasAPIResponse(status)) {
            return;
        }
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(refusal.title())
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/HttpProblem"))
                                                        .example(shown(refusal)))));
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
