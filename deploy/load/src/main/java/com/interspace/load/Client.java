package com.interspace.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Somebody who asks a service directly, with one token for all that he does. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final String token;
    private final String key;

    Client(String base, String token) {
        this(base, token, null);
    }

    private Client(String base, String token, String key) {
        this.base = base;
        this.token = token;
        this.key = key;
    }

    /** The same, who sends this Idempotency-Key with each POST. */
    Client withKey(String idempotencyKey) {
        return new Client(base, token, idempotencyKey);
    }

    String get(String path) {
        return body(request(path).GET().build());
    }

    JsonNode json(String path) {
        return parse(get(path));
    }

    JsonNode post(String path, Object body) {
        return parse(body(posting(path, body)));
    }

    JsonNode put(String path, Object body) {
        return parse(
                body(request(path).PUT(BodyPublishers.ofString(written(body))).build()));
    }

    /** The answer when it has come; fails when it is no success. */
    CompletableFuture<JsonNode> postLater(String path, Object body) {
        return HTTP.sendAsync(posting(path, body), BodyHandlers.ofString())
                .thenApply(Client::successful)
                .thenApply(Client::parse);
    }

    private HttpRequest posting(String path, Object body) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(written(body)));
        return (key == null ? request : request.header("Idempotency-Key", key)).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String body(HttpRequest request) {
        try {
            return successful(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String successful(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
