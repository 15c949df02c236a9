package com.interspace.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.local.fixture.LocalParts;
import com.interspace.ticketing.TogglableScanner.Mood;
import com.interspace.ticketing.adapter.scanner.ExaminationRound;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttachmentTest extends TicketDeskTest {

    private static final byte[] TRACE = "1  192.0.2.1  0.4 ms".getBytes(StandardCharsets.UTF_8);

    private static final String FIFTY_FILES =
            """
            insert into attachment (id, ticket_id, sequence, at, party, file_name, content_type, size, sha256, state)
            select gen_random_uuid(), ?, 1000 + n, now(), 'customer', 'x', 'text/plain', 1, '', 'AVAILABLE'
            from generate_series(1, 50) n""";

    @Inject
    DataSource database;

    @Inject
    ExaminationRound round;

    @Inject
    TogglableScanner scanner;

    @AfterEach
    void nobodyScansElsewhere() {
        scanner.is(Mood.OFF);
    }

    @Test
    void a_file_comes_back_as_it_went_in_as_a_download_and_stands_in_the_history() {
        String id = anOpenTicket();
        byte[] noise = new byte[3 * 1024 * 1024 + 17];
        new Random(7).nextBytes(noise);
        Response added = attach(ANNA, id, "proba 1.bin", noise);
        added.then()
                .statusCode(201)
                .body("fileName", equalTo("proba 1.bin"))
                .body("size", equalTo(noise.length))
                .body("sha256", equalTo(Sha256.of(noise)))
                .body("state", equalTo("available"));

        Response file = as(AGENT).get(added.header("Location"));
        file.then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"proba 1.bin\"; filename*=UTF-8''proba%201.bin"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Length", equalTo(String.valueOf(noise.length)));
        assertThat(file.asByteArray()).isEqualTo(noise);
        assertThat(story(id)).containsExactly("opened", "attachment-added");
        as(ANNA).get("/v1/tickets/" + id + "/attachments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].author", equalTo("Anna Petrova"));
    }

    @Test
    void a_name_in_any_script_survives() throws Exception {
        String id = anOpenTicket();
        assertThat(attachAsBrowsersDo(id, "Проба ž1.txt", TRACE)).contains("201", "\"Проба ž1.txt\"");
        String file = as(ANNA).get("/v1/tickets/" + id + "/attachments").path("items[0].id");
        as(ANNA).get("/v1/tickets/" + id + "/attachments/" + file)
                .then()
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"_____ z1.txt\"; filename*=UTF-8''"
                                + "%D0%9F%D1%80%D0%BE%D0%B1%D0%B0%20%C5%BE1.txt"));
    }

    @Test
    void what_a_file_is_tell_its_bytes_and_not_its_sender() {
        String id = anOpenTicket();
        given().auth()
                .oauth2(LocalParts.tokenOf(ANNA))
                .multiPart("file", "graph.png", "<html><script>alert(1)</script></html>".getBytes(), "image/png")
                .post("/v1/tickets/" + id + "/attachments")
                .then()
                .statusCode(201)
                .body("contentType", equalTo("text/html"));
        attach(ANNA, id, "no-ending", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0})
                .then()
                .body("contentType", equalTo("image/png"));
    }

    @Test
    void too_large_too_many_empty_or_no_file_is_refused_in_words() throws Exception {
        String id = anOpenTicket();
        assertThat(attachAsBrowsersDo(id, "large.bin", new byte[25 * 1024 * 1024 + 1]))
                .contains("413", "\"largestBytes\":26214400");
        assertThat(announced(id, 27 * 1024 * 1024)).contains("413", "\"largestBytes\":26214400");
        assertThat(announced(id, 33 * 1024 * 1024)).contains("413", "The body is larger than 26 MB.");
        for (String type : new String[] {"application/json", "no media type", ""}) {
            assertThat(announced(id, type, 27 * 1024 * 1024)).contains("413", "The body is larger than 26 MB.");
        }
        attach(ANNA, id, "empty.txt", new byte[0]).then().statusCode(422).body("violations[0].field", equalTo("file"));
        given().auth()
                .oauth2(LocalParts.tokenOf(ANNA))
                .multiPart("other", "x")
                .post("/v1/tickets/" + id + "/attachments")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("file"));
        given().auth()
                .oauth2(LocalParts.tokenOf(ANNA))
                .multiPart("file", "trace.txt", TRACE)
                .formParam("note", "what nobody asked for ".repeat(100))
                .post("/v1/tickets/" + id + "/attachments")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:interspace:problem:too-large"))
                .body("detail", containsString("2 kB"));
        try (var connection = database.getConnection();
                var files = connection.prepareStatement(FIFTY_FILES)) {
            files.setString(1, id);
            files.executeUpdate();
        }
        attach(ANNA, id, "51.txt", TRACE).then().statusCode(422).body("violations[0].message", containsString("50"));
        as(ANNA).get("/v1/tickets/" + id + "/attachments?limit=200").then().body("items", hasSize(50));
    }

    @Test
    void the_same_key_adds_a_file_once_and_another_file_is_refused() {
        String id = anOpenTicket();
        String key = UUID.randomUUID().toString();
        String first =
                attachWithKey(key, id, TRACE).then().statusCode(201).extract().path("id");
        attachWithKey(key, id, TRACE).then().statusCode(201).body("id", equalTo(first));
        attachWithKey(key, id, "other".getBytes()).then().statusCode(422);
        as(ANNA).get("/v1/tickets/" + id + "/attachments").then().body("items", hasSize(1));
    }

    @Test
    void nobody_else_finds_it_and_an_ended_ticket_takes_none() {
        String id = anOpenTicket();
        String location = attach(ANNA, id, "trace.txt", TRACE).header("Location");
        for (String path : List.of(location, "/v1/tickets/" + id + "/attachments")) {
            as(BORIS).get(path).then().statusCode(404);
        }
        attach(BORIS, id, "trace.txt", TRACE).then().statusCode(404);
        attach(OPS, id, "trace.txt", TRACE).then().statusCode(403);
        as(ANNA).get("/v1/tickets/" + id + "/attachments/nonsense").then().statusCode(404);
        String other = anOpenTicket();
        as(ANNA).get(location.replace(id, other)).then().statusCode(404);
        move(other, "cancelled");
        attach(ANNA, other, "trace.txt", TRACE).then().statusCode(409).body("currentStatus", equalTo("cancelled"));
    }

    @Test
    void where_files_are_scanned_nothing_leaves_before_the_verdict() {
        // given: a scanner, at first away
        scanner.is(Mood.AWAY);
        String id = anOpenTicket();
        String good = attach(ANNA, id, "good.txt", TRACE)
                .then()
                .body("state", equalTo("held"))
                .extract()
                .header("Location");
        String bad = attach(ANNA, id, "bad.txt", "EICAR".getBytes()).header("Location");
        round.goRound();
        as(AGENT)
                .get(good)
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("10"))
                .body("state", equalTo("held"));

        // when: it comes back
        scanner.is(Mood.AT_WORK);
        round.goRound();
        as(AGENT).get(good).then().statusCode(409);
        clock.advance(Duration.ofMinutes(1));
        round.goRound();

        // then
        as(AGENT).get(good).then().statusCode(200).body(equalTo(new String(TRACE, StandardCharsets.UTF_8)));
        as(AGENT).get(bad).then().statusCode(409).body("state", equalTo("refused"));
        as(ANNA).get("/v1/tickets/" + id + "/attachments")
                .then()
                .body("items.state", equalTo(List.of("available", "refused")));
    }

    /** With the name as it is and the length announced; the answer's status and body. */
    private static String attachAsBrowsersDo(String ticketId, String fileName, byte[] bytes) throws Exception {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/v1/tickets/" + ticketId + "/attachments"))
                .header("Authorization", "Bearer " + LocalParts.tokenOf(ANNA))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return answer.statusCode() + " " + answer.body();
    }

    /** The answer to somebody who announces a body of that many bytes and sends nothing of it. */
    private static String announced(String ticketId, int bytes) throws Exception {
        return announced(ticketId, "multipart/form-data; boundary=edge", bytes);
    }

    private static String announced(String ticketId, String contentType, int bytes) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            String head = "POST /v1/tickets/" + ticketId
                    + "/attachments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + LocalParts.tokenOf(ANNA)
                    + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                    + bytes + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[8 * 1024];
            StringBuilder text = new StringBuilder();
            while (text.indexOf("}") < 0) {
                text.append(new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }

    private static Response attachWithKey(String key, String ticketId, byte[] bytes) {
        return given().auth()
                .oauth2(LocalParts.tokenOf(ANNA))
                .header("Idempotency-Key", key)
                .multiPart("file", "trace.txt", bytes)
                .post("/v1/tickets/" + ticketId + "/attachments");
    }
}
