package com.interspace.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.part.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Somebody of the demo, or nobody in particular, at an address of the system: asks for a token of their own and calls
 * with it. Every call has a deadline of 20 s.
 */
public final class Caller {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** An answer of the system. */
    public record Reply(int status, HttpResponse<byte[]> raw) {

        public byte[] bytes() {
            return raw.body();
        }

        public String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        /** The body as JSON; the missing node when there is none. */
        public JsonNode json() {
            return Json.parse(text());
        }

        /** A header, empty when absent. */
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private final String base;
    private final String issuer;
    private final String name;

    private Caller(String base, String issuer, String name) {
        this.base = base;
        this.issuer = issuer;
        this.name = name;
    }

    /** A caller with a token. */
    public static Caller named(String base, String name) {
        return new Caller(base, base, name);
    }

    /** A caller without a token: anyone. */
    public static Caller anyone(String base) {
        return new Caller(base, base, null);
    }

    /** The same caller, with a token of the same issuer, at another address. */
    public Caller at(String address) {
        return new Caller(address, issuer, name);
    }

    public Reply get(String path) {
        return get(path, "application/json");
    }

    public Reply get(String path, String accept) {
        return send(to(path).header("Accept", accept).GET());
    }

    public Reply put(String path, Object body) {
        return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(Json.write(body))));
    }

    /** A JSON merge patch. */
    public Reply patch(String path, Object body) {
        return send(to(path).header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(Json.write(body))));
    }

    public Reply delete(String path) {
        return send(to(path).DELETE());
    }

    public Reply post(String path, Object body) {
        return send(posting(path, body));
    }

    /** A POST that may be repeated with the same key without happening twice. */
    public Reply post(String path, Object body, String idempotencyKey) {
        return send(posting(path, body).header("Idempotency-Key", idempotencyKey));
    }

    /** A bearer token of a person or client, from the issuer at this address. */
    public static String tokenOf(String issuer, String name) {
        Identity identity =
                Identity.named(name).orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name));
        String who = encoded(name);
        String secret = encoded(identity.secret());
        String form = identity.kind() == Identity.Kind.person
                ? "grant_type=password&client_id=panel&username=" + who + "&password=" + secret
                : "grant_type=client_credentials&client_id=" + who + "&client_secret=" + secret;
        Reply reply = send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(DEADLINE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (reply.status() != 200) {
            throw new IllegalStateException("No token for " + name + ": " + reply.text());
        }
        return reply.json().path("access_token").asText();
    }

    private HttpRequest.Builder posting(String path, Object body) {
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(Json.write(body)));
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(DEADLINE);
        return name == null ? request : request.header("Authorization", "Bearer " + tokenOf(issuer, name));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer.", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
