package com.interspace.escalation.adapter.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the operations of this service have in common on paper: the refusals that any of them may give. */
@OpenAPIDefinition(
        info = @Info(title = "Escalation service", version = "1"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "Idempotency-Key",
                                    in = ParameterIn.HEADER,
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 255),
                                    description = "The same key with the same body gets the same answer for 24 hours"),
                            @Parameter(
                                    name = "If-Match",
                                    in = ParameterIn.HEADER,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description =
                                            "The ETag of an earlier answer; 412 when something has happened since")
                        },
                        responses = {
                            @APIResponse(
                                    name = "Malformed",
                                    description = "No JSON object",
                                    content =
                                            @Content(
                                                    mediaType = EscalationApi.PROBLEM,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "malformed",
                                                                    value = Refusals.MALFORMED))),
                            @APIResponse(
                                    name = "Unauthorized",
                                    description = "No token, or one that is not valid now",
                                    content =
                                            @Content(
                                                    mediaType = EscalationApi.PROBLEM,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unauthorized",
                                                                    value = Refusals.UNAUTHORIZED))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "Not with this role",
                                    content =
                                            @Content(
                                                    mediaType = EscalationApi.PROBLEM,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "forbidden",
                                                                    value = Refusals.FORBIDDEN))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "Unknown, foreign or misspelt",
                                    content =
                                            @Content(
                                                    mediaType = EscalationApi.PROBLEM,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "not found",
                                                                    value = Refusals.NOT_FOUND))),
                            @APIResponse(
                                    name = "Stale",
                                    description = "If-Match names another version than the one that stands",
                                    content =
                                            @Content(
                                                    mediaType = EscalationApi.PROBLEM,
                                                    examples = @ExampleObject(name = "stale", value = Refusals.STALE))),
                            @APIResponse(
                                    name = "Invalid",
                                    description = "Fields that are missing or impossible, all at once",
                                    content =
                                            @Content(
                                                    mediaType = EscalationApi.PROBLEM,
                                                    examples =
                                                            @ExampleObject(name = "invalid", value = Refusals.INVALID)))
                        }))
public class EscalationApi extends Application {

    static final String PROBLEM = "application/problem+json";
    static final String MALFORMED = "#/components/responses/Malformed";
    static final String UNAUTHORIZED = "#/components/responses/Unauthorized";
    static final String FORBIDDEN = "#/components/responses/Forbidden";
    static final String NOT_FOUND = "#/components/responses/NotFound";
    static final String STALE = "#/components/responses/Stale";
    static final String INVALID = "#/components/responses/Invalid";
    static final String IDEMPOTENCY_KEY = "#/components/parameters/Idempotency-Key";
    static final String IF_MATCH = "#/components/parameters/If-Match";
}
