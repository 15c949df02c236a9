package com.interspace.chassis.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses in words a body that announces to be larger than the server takes, and lets it go by. The server alone
 * answers with a bare status and hangs up, and whoever is still sending then may never read why.
 */
@Singleton
public class AnnouncedBody {

    /** Before the server's own check. */
    private static final int FIRST = 1_000;

    private final long largest;
    private final ObjectMapper json;

    @Inject
    AnnouncedBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest, ObjectMapper json) {
        this.largest = largest.asLongValue();
        this.json = json;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= largest) {
            request.next();
            return;
        }
        request.request().resume();
        tell(TooLarge.BODY, request);
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void tell(Refusal refusal, RoutingContext request) {
        Response refused = ProblemResponses.answer(refusal, request.normalizedPath());
        HttpServerResponse answer = request.response().setStatusCode(refused.getStatus());
        refused.getStringHeaders().forEach((name, values) -> answer.putHeader(name, values));
        try {
            answer.end(json.writeValueAsString(refused.getEntity()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A refusal of ours cannot be written as JSON", impossible);
        }
    }
}
