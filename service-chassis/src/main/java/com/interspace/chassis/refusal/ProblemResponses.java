package com.interspace.chassis.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Renders refusals, and JSON that cannot be read, as problem documents. */
@Singleton
public class ProblemResponses {

    static final String TYPE = "urn:interspace:problem:";
    private static final int FIRST = 1;

    private static final Malformed UNREADABLE =
            new Malformed("The body is not the JSON object that this operation expects.");

    static final NotAcceptable NOT_ACCEPTABLE =
            new NotAcceptable("There is no answer of the kind that the header Accept asks for.");

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return problem(refusal);
    }

    /** Broken JSON. */
    @ServerExceptionMapper(priority = FIRST)
    public Response broken(JsonProcessingException broken) {
        return problem(UNREADABLE);
    }

    /** A body that breaks off or keeps to no form; what fails on our own side leaves unchecked. */
    @ServerExceptionMapper(
            value = {IOException.class, MultipartParser.MalformedMessageException.class},
            priority = FIRST)
    public Response brokenOff(Exception brokenOff) {
        return problem(
                new Malformed("The body could not be read to its end; send all of it, in the form it announces."));
    }

    /** What the platform refuses before an operation is reached, in the same words as everything else. */
    @ServerExceptionMapper(
            value = {NotFoundException.class, WebApplicationException.class},
            priority = FIRST)
    public Response turnedAway(WebApplicationException turnedAway, UriInfo address) {
        return switch (turnedAway.getResponse().getStatus()) {
            case 400 -> problem(UNREADABLE);
            case 404 -> problem(new NotFound("address", address.getPath()));
            case 405 -> problem(Unsupported.METHOD);
            case 406 -> problem(NOT_ACCEPTABLE);
            case 415 -> problem(Unsupported.BODY);
            default ->
                HttpProblem.builder()
                        .withTitle(turnedAway.getResponse().getStatusInfo().getReasonPhrase())
                        .withStatus(turnedAway.getResponse().getStatusInfo())
                        .build()
                        .toResponse();
        };
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
