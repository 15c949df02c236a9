package com.interspace.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.identity.SigningKey;
import com.interspace.local.identity.TokenIssuer;
import com.interspace.local.part.Doors;
import com.interspace.local.part.FreePorts;
import com.interspace.local.part.Json;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Doors DOORS = new Doors();
    private static final CompletableFuture<Void> STREAM_MAY_END = new CompletableFuture<>();

    private static String origin;

    @BeforeAll
    static void aTicketServiceARudeOneAndAnAbsentOne() {
        int ticket = DOORS.open(0, OriginTest::ticketService);
        int rude = DOORS.open(0, request -> request.connection().close());
        int port = FreePorts.any();
        origin = "http://localhost:" + port;
        TokenIssuer issuer = new TokenIssuer(origin, SigningKey.generate(), InstantSource.system());
        Map<String, Integer> services =
                Map.of("ticket", ticket, "rfo", rude, "escalation", FreePorts.any(), "notification", ticket);
        DOORS.open(port, new Origin(DOORS.vertx(), issuer, services));
    }

    @AfterAll
    static void closeTheDoors() {
        DOORS.close();
    }

    @Test
    void body_query_authorization_and_host_go_through() throws Exception {
        HttpResponse<String> answer = send(request("/v1/tickets?limit=2")
                .header("Authorization", "Bearer abc")
                .POST(BodyPublishers.ofString("the body")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains(origin + "/v1/tickets/7");
        assertThat(answer.body()).contains("POST /v1/tickets?limit=2", "authorization=Bearer abc", "the body");
    }

    @Test
    void what_a_client_says_about_forwarding_is_removed() throws Exception {
        HttpResponse<String> answer = send(request("/v1/tickets")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("x-forwarded-user", "admin")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Other", "stays"));

        assertThat(answer.body()).doesNotContainIgnoringCase("forwarded").contains("x-other=stays");
    }

    @Test
    void an_unknown_path_is_a_problem_404() throws Exception {
        assertProblem(send(request("/v1/nothing")), 404);
        assertProblem(send(request("/q/health")), 404);
    }

    @Test
    void a_service_that_is_away_is_a_problem_503_that_says_when_to_try_again() throws Exception {
        HttpResponse<String> answer = send(request("/v1/escalations/IS-1000042-2"));

        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertProblem(send(request("/v1/escalations/IS-1000042-2").POST(BodyPublishers.ofString("{}"))), 503);
    }

    @Test
    void a_service_that_breaks_off_is_a_problem_502() throws Exception {
        assertProblem(send(request("/v1/rfos")), 502);
    }

    @Test
    void an_event_stream_arrives_while_it_is_still_being_written() throws Exception {
        HttpResponse<InputStream> stream =
                HTTP.send(request("/v1/tickets/7/events").build(), BodyHandlers.ofInputStream());

        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body()))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            STREAM_MAY_END.complete(null);
            assertThat(lines.readLine()).isEqualTo("data: last");
        }
    }

    @Test
    void the_token_issuer_answers_at_the_origin() throws Exception {
        HttpResponse<String> answer = send(request("/.well-known/openid-configuration"));

        assertThat(Json.parse(answer.body()).path("issuer").asText()).isEqualTo(origin);
    }

    private static void ticketService(HttpServerRequest request) {
        if (request.path().endsWith("/events")) {
            request.response().setChunked(true).write("data: first\n");
            STREAM_MAY_END.thenRun(() -> request.response().end("data: last\n"));
            return;
        }
        StringBuilder heard = new StringBuilder(request.method() + " " + request.uri() + "\n");
        request.headers().forEach((name, value) -> heard.append(name.toLowerCase())
                .append('=')
                .append(value)
                .append('\n'));
        String location = "http://" + request.getHeader("Host") + request.path() + "/7";
        request.body().onSuccess(body -> request.response()
                .setStatusCode(201)
                .putHeader("Location", location)
                .end(heard.append(body).toString()));
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.parse(answer.body()).path("status").asInt()).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("detail").asText()).isNotBlank();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
