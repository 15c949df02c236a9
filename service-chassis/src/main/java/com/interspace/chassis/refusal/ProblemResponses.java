package com.interspace.chassis.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders refusals, and JSON that cannot be read, as problem documents. */
@Singleton
public class ProblemResponses {

    private static final String TYPE = "urn:interspace:problem:";
    private static final int FIRST = 1;

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return problem(refusal);
    }

    /** Broken JSON. */
    @ServerExceptionMapper(priority = FIRST)
    public Response broken(JsonProcessingException broken) {
        return problem(new Malformed("The body is not the JSON object that this operation expects."));
    }

    /** Readable JSON with a value of the wrong shape: names the field. */
    @ServerExceptionMapper(
            value = {MismatchedInputException.class, InvalidFormatException.class},
            priority = FIRST)
    public Response misfit(MismatchedInputException misfit) {
        String field = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return field.isEmpty() ? broken(misfit) : problem(new Invalid(field, "has a value of the wrong type"));
    }

    /** The library's own mapper for these two does not link with this version of the platform. */
    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = FIRST)
    public Response unknownCaller(SecurityException unknown) {
        return HttpProblem.builder()
                .withType(URI.create(TYPE + "unauthorized"))
                .withTitle("Unauthorized")
                .withStatus(Response.Status.UNAUTHORIZED)
                .withDetail("This operation needs a bearer token that is valid now.")
                .withHeader("WWW-Authenticate", "Bearer")
                .build()
                .toResponse();
    }

    static Response problem(Refusal refusal) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(URI.create(TYPE + refusal.slug()))
                .withTitle(refusal.title())
                .withStatus(refusal.status())
                .withDetail(refusal.getMessage());
        refusal.members().forEach(problem::with);
        refusal.headers().forEach(problem::withHeader);
        return problem.build().toResponse();
    }
}
