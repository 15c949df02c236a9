package com.interspace.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.pdf.Sha256;
import com.interspace.chassis.refusal.Invalid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;

/** Stands around every {@link Idempotent} operation. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyGuard {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    CurrentCaller caller;

    @Inject
    AnswerStore answers;

    @Inject
    ObjectMapper json;

    @Inject
    InstantSource time;

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return operation.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Invalid(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
        }
        AnswerStore.Request request = new AnswerStore.Request(
                caller.get().id(), uri.getPath(), key, Sha256.of(json.writeValueAsBytes(operation.getParameters())));
        return QuarkusTransaction.joiningExisting().call(() -> answer(request, operation));
    }

    private Response answer(AnswerStore.Request request, InvocationContext operation) throws Exception {
        if (answers.isFirst(request, time.instant())) {
            Response response = (Response) operation.proceed();
            answers.store(request, stored(request, response));
            return response;
        }
        StoredAnswer earlier = answers.answerTo(request);
        if (!earlier.bodyHash().equals(request.bodyHash())) {
            throw new Invalid(HEADER, "was used before with another body; use a new key for a new request");
        }
        return earlier.again();
    }

    private StoredAnswer stored(AnswerStore.Request request, Response response) throws JsonProcessingException {
        URI location = response.getLocation();
        return new StoredAnswer(
                request.bodyHash(),
                response.getStatus(),
                location == null ? null : location.toString(),
                response.getHeaderString("ETag"),
                json.writeValueAsString(response.getEntity()));
    }
}
