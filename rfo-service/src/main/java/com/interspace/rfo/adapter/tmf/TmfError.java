package com.interspace.rfo.adapter.tmf;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/**
 * How TMF refuses.
 *
 * @param code the last part of the problem type that the native API would answer
 */
public record TmfError(String code, String reason, String message, String status, @JsonProperty("@type") String type) {

    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    /** TMF knows no 422: what is readable but impossible is a bad request there. */
    static Response of(Refusal refusal) {
        int status = refusal.status() == UNPROCESSABLE ? BAD_REQUEST : refusal.status();
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(of(status, refusal.slug(), refusal.title(), messageOf(refusal)));
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    static TmfError of(int status, String code, String reason, String message) {
        return new TmfError(code, reason, message, Integer.toString(status), "Error");
    }

    private static String messageOf(Refusal refusal) {
        return refusal instanceof Invalid invalid
                ? invalid.violations().stream()
                        .map(violation -> violation.field() + " " + violation.message())
                        .collect(Collectors.joining("; "))
                : refusal.getMessage();
    }
}
