package com.interspace.chassis.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.interspace.chassis.outage.Outage;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Says every refusal in the words of who asked: a problem document, or TM Forum's error where TMF is spoken. */
@Singleton
public class ProblemResponses {

    static final String TYPE = "urn:interspace:problem:";
    private static final int FIRST = 1;
    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    private static final Malformed UNREADABLE =
            new Malformed("The body is not the JSON object that this operation expects.");

    static final NotAcceptable NOT_ACCEPTABLE =
            new NotAcceptable("There is no answer of the kind that the header Accept asks for.");

    @ServerExceptionMapper
    public Response refused(Refusal refusal, UriInfo address) {
        return answer(refusal, address);
    }

    /** Broken JSON. */
    @ServerExceptionMapper(priority = FIRST)
    public Response broken(JsonProcessingException broken, UriInfo address) {
        return answer(UNREADABLE, address);
    }

    /** A body that breaks off or keeps to no form; what fails on our own side leaves unchecked. */
    @ServerExceptionMapper(
            value = {IOException.class, MultipartParser.MalformedMessageException.class},
            priority = FIRST)
    public Response brokenOff(Exception brokenOff, UriInfo address) {
        return answer(
                new Malformed("The body could not be read to its end; send all of it, in the form it announces."),
                address);
    }

    /** What the platform refuses before an operation is reached, in the same words as everything else. */
    @ServerExceptionMapper(
            value = {NotFoundException.class, WebApplicationException.class},
            priority = FIRST)
    public Response turnedAway(WebApplicationException turnedAway, UriInfo address) {
        return switch (turnedAway.getResponse().getStatus()) {
            case 400 -> answer(UNREADABLE, address);
            case 404 -> answer(new NotFound("address", address.getPath()), address);
            case 405 -> answer(Unsupported.METHOD, address);
            case 406 -> answer(NOT_ACCEPTABLE, address);
            case 413 -> answer(TooLarge.READ, address);
            case 415 -> answer(Unsupported.BODY, address);
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
    public Response misfit(MismatchedInputException misfit, UriInfo address) {
        String field = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? broken(misfit, address)
                : answer(new Invalid(field, "has a value of the wrong type"), address);
    }

    /** The library's own mapper for these two does not link with this version of the platform. */
    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = FIRST)
    public Response unknownCaller(SecurityException unknown, UriInfo address) {
        return answer(Unknown.CALLER, address);
    }

    /** By the annotation on the operation. */
    @ServerExceptionMapper(priority = FIRST)
    public Response wrongRole(ForbiddenException forbidden, UriInfo address) {
        return answer(new Forbidden("Your role does not allow this."), address);
    }

    /** What nobody refused on purpose: an outage that passes, or a mistake of ours. */
    @ServerExceptionMapper(priority = FIRST)
    public Response failed(Exception failure, UriInfo address) {
        if (Outage.isBehind(failure)) {
            LOG.warnf("A request could not be answered: %s", failure);
            return answer(Away.NOW, address);
        }
        LOG.error("A request failed", failure);
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    static Response answer(Refusal refusal, UriInfo address) {
        return answer(refusal, address.getPath());
    }

    static Response answer(Refusal refusal, String path) {
        return TmfError.isSpokenAt(path) ? TmfError.of(refusal) : problem(refusal);
    }

    private static Response problem(Refusal refusal) {
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
