package com.interspace.local.part;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A partner's end of the webhooks: any POST is kept with its headers and body and answered with 204;
 * {@code GET /received} answers {@code {"items": [{receivedAt, path, headers, body}]}}, oldest first. It keeps the last
 * 10,000, and of all the id.
 */
public final class WebhookInbox implements Handler<HttpServerRequest> {

    private static final int KEPT = 10_000;

    /**
     * A request as it came in.
     *
     * @param receivedAt ISO-8601 in UTC
     * @param headers names in lower case
     */
    public record Received(String receivedAt, String path, Map<String, String> headers, String body) {}

    private final InstantSource clock;
    private final int kept;
    private final Deque<Received> received = new ArrayDeque<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    public WebhookInbox(InstantSource clock) {
        this(clock, KEPT);
    }

    WebhookInbox(InstantSource clock, int kept) {
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.method() == HttpMethod.POST) {
            request.body().onSuccess(body -> {
                keep(new Received(clock.instant().toString(), request.path(), headers(request), body.toString()));
                request.response().setStatusCode(204).end();
            });
        } else if (request.method() == HttpMethod.GET && request.path().equals("/received")) {
            Answer.json(request, 200, Map.of("items", received()));
        } else {
            Answer.problem(request, 404, "Not Found", "POST anything anywhere, then read it at GET /received.");
        }
    }

    /** The {@code webhook-id} of every request that had one, however long ago. */
    public Set<String> ids() {
        return Set.copyOf(ids);
    }

    private synchronized List<Received> received() {
        return List.copyOf(received);
    }

    private synchronized void keep(Received one) {
        Optional.ofNullable(one.headers().get("webhook-id")).ifPresent(ids::add);
        received.addLast(one);
        if (received.size() > kept) {
            received.removeFirst();
        }
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }
}
