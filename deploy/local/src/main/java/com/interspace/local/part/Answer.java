package com.interspace.local.part;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the local doors answer. */
public final class Answer {

    private Answer() {}

    public static void json(HttpServerRequest request, int status, Object body) {
        send(request, status, "application/json", Buffer.buffer(Json.write(body)));
    }

    /** A refusal as problem+json; the detail says what to do. */
    public static void problem(HttpServerRequest request, int status, String title, String detail) {
        send(request, status, "application/problem+json", problemBody(status, title, detail, request.path()));
    }

    /** The body of a refusal. */
    public static Buffer problemBody(int status, String title, String detail, String path) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", path);
        return Buffer.buffer(Json.write(problem));
    }

    private static void send(HttpServerRequest request, int status, String type, Buffer body) {
        if (!request.response().ended()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", type)
                    .end(body);
        }
    }
}
