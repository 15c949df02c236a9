package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** More than the server takes. */
@QuarkusTest
class LargeBodyTest extends PlumbingTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int TOO_LARGE = 413;

    @Test
    void a_body_that_is_too_large_is_refused_in_words_while_it_is_still_on_its_way() throws Exception {
        HttpResponse<String> answer = put("/v1/things/" + thing + "/moved", 27);

        assertThat(answer.statusCode()).isEqualTo(TOO_LARGE);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"urn:interspace:problem:too-large\"", "\"The body is larger than 26 MB.\"");
    }

    @Test
    void a_partner_is_told_as_partners_are() throws Exception {
        HttpResponse<String> answer = put("/tmf-api/things/" + thing, 60);

        assertThat(answer.statusCode()).isEqualTo(TOO_LARGE);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void the_largest_body_is_taken() throws Exception {
        assertThat(put("/v1/things/" + thing + "/moved", 26).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> put(String path, int megabytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + LocalParts.tokenOf("agent"))
                .PUT(zeros(megabytes))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static BodyPublisher zeros(int megabytes) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, new byte[MEGABYTE])),
                (long) megabytes * MEGABYTE);
    }
}
