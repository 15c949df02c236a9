package com.interspace.ticketing.adapter.tmf;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** TMF621's way to refuse. */
@Schema(name = "TmfError")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TmfError(
        @Schema(required = true, description = "The slug of our problem type") String code,
        @Schema(required = true) String reason,
        String message,
        String status,
        @JsonProperty("@type") String type) {

    /** What is 422 elsewhere is 400 here. */
    static Response of(Refusal refusal) {
        int status = refusal instanceof Invalid ? 400 : refusal.status();
        TmfError error =
                new TmfError(refusal.slug(), refusal.title(), message(refusal), String.valueOf(status), "Error");
        Response.ResponseBuilder response =
                Response.status(status).entity(error).type("application/json");
        refusal.headers().forEach(response::header);
        return response.build();
    }

    private static String message(Refusal refusal) {
        if (refusal instanceof Invalid invalid) {
            return invalid.violations().stream()
                    .map(violation -> violation.field() + " " + violation.message())
                    .collect(Collectors.joining("; "));
        }
        return refusal.getMessage();
    }
}
