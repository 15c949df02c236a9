package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Sends hostile requests, several at a time, and judges each answer by what its operation promises. */
final class Siege implements AutoCloseable {

    private static final Duration AN_ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 4;
    private static final int ENOUGH_OF_A_BODY = 200_000;
    private static final Pattern INSIDES = Pattern.compile(
            "\\tat [a-z]|at (com|io|org|java|jakarta)\\.[a-z.]+\\.[A-Z]|[a-z]+\\.[A-Z]\\w+(Exception|Error)\\b|\\bERROR: |SQLSTATE");
    private static final Set<String> PROBLEM_DOCUMENTS = Set.of("type", "title", "status", "detail");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @param token null for somebody without */
    record Shot(HostileRequest request, String role, String token) {}

    private record Answer(int status, String mediaType, String body) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);
    private final UnaryOperator<String> addressOf;
    private final ConcurrentSkipListMap<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    /** @param addressOf where a service listens */
    Siege(UnaryOperator<String> addressOf) {
        this.addressOf = addressOf;
    }

    /** What is wrong with the answers, in the order of the requests. */
    List<String> wrongAnswersTo(List<Shot> shots) {
        List<Future<Answer>> answers =
                shots.stream().map(shot -> senders.submit(() -> fire(shot))).toList();
        return IntStream.range(0, shots.size())
                .mapToObj(i -> complaint(shots.get(i), answers.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many answers had which status. */
    @Override
    public String toString() {
        return statuses.toString();
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }

    private Answer fire(Shot shot) throws IOException, InterruptedException {
        HttpRequest.Builder request = shot.request()
                .to(addressOf.apply(shot.request().operation().service()))
                .timeout(AN_ANSWER_WITHIN);
        if (shot.token() != null) {
            request.header("Authorization", "Bearer " + shot.token());
        }
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        statuses.merge(response.statusCode(), 1, Integer::sum);
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = response.body()) {
            // A stream of events has no end.
            byte[] read = mediaType.startsWith("text/event-stream") ? new byte[0] : body.readNBytes(ENOUGH_OF_A_BODY);
            return new Answer(response.statusCode(), mediaType, new String(read, StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> complaint(Shot shot, Future<Answer> answer) {
        String wrong;
        try {
            wrong = wrongWith(
                    shot.request().operation(), answer.get(AN_ANSWER_WITHIN.toSeconds() * 60, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException none) {
            wrong = "no answer: " + none.getCause();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            wrong = "interrupted";
        }
        return Optional.ofNullable(wrong).map(what -> what + " <- " + shot.role() + ": " + shot.request());
    }

    /** Null when nothing is. */
    private static String wrongWith(Operation operation, Answer answer) {
        if (answer.status() >= 500) {
            return answer.status() + " " + answer.body();
        }
        if (!operation.documents(answer.status())) {
            return answer.status() + " is not documented: " + answer.body();
        }
        if (answer.status() >= 400 && !isRefusal(operation, answer)) {
            return answer.status() + " is no refusal as we write them: " + answer.mediaType() + " " + answer.body();
        }
        if (answer.status() >= 400 && INSIDES.matcher(answer.body()).find()) {
            return "our insides in the answer: " + answer.body();
        }
        return null;
    }

    private static boolean isRefusal(Operation operation, Answer answer) {
        try {
            JsonNode body = MAPPER.readTree(answer.body());
            if (operation.path().startsWith("/tmf-api/") && body.has("code")) {
                return body.has("reason") && body.path("status").asInt() == answer.status();
            }
            return answer.mediaType().startsWith("application/problem+json")
                    && PROBLEM_DOCUMENTS.stream().allMatch(body::has)
                    && body.path("status").asInt() == answer.status();
        } catch (IOException notJson) {
            return false;
        }
    }
}
