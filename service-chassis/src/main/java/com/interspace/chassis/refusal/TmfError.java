package com.interspace.chassis.refusal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/**
 * How TM Forum's Open APIs refuse (TMF630).
 *
 * @param code the slug of the problem type that the native API would answer
 */
public record TmfError(String code, String reason, String message, String status, @JsonProperty("@type") String type) {

    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    /** @param path with or without its leading slash */
    static boolean isSpokenAt(String path) {
        return path.startsWith("/tmf-api/") || path.startsWith("tmf-api/");
    }

    static Response of(Refusal refusal) {
        TmfError error = shown(refusal);
        Response.ResponseBuilder answer = Response.status(status(refusal))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    static TmfError shown(Refusal refusal) {
        return new TmfError(
                refusal.slug(), refusal.title(), message(refusal), Integer.toString(status(refusal)), "Error");
    }

    /** TMF knows no 422: what is readable but impossible is a bad request there. */
    private static int status(Refusal refusal) {
        return refusal.status() == UNPROCESSABLE ? BAD_REQUEST : refusal.status();
    }

    private static String message(Refusal refusal) {
        return refusal instanceof Invalid invalid
                ? invalid.violations().stream()
                        .map(violation -> violation.field() + " " + violation.message())
                        .collect(Collectors.joining("; "))
                : refusal.getMessage();
    }
}
