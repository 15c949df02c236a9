package com.interspace.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.origin.Origin;
import com.interspace.local.part.Doors;
import com.interspace.local.part.FreePorts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one origin with Keycloak behind it, played here by somebody who repeats what they were asked. */
class KeycloakDoorTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Doors DOORS = new Doors();

    private static String origin;
    private static String originOfNobody;

    @BeforeAll
    static void aKeycloakAndOneThatIsAway() {
        int keycloak = DOORS.open(0, request -> request.body()
                .onSuccess(body -> request.response().end(request.method() + " " + request.uri() + " " + body)));
        origin = originBefore(keycloak);
        originOfNobody = originBefore(FreePorts.any());
    }

    @AfterAll
    static void closeTheDoors() {
        DOORS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/token, /realms/interspace/protocol/openid-connect/token",
        "/.well-known/openid-configuration, /realms/interspace/.well-known/openid-configuration",
        "/.well-known/jwks.json, /realms/interspace/protocol/openid-connect/certs",
        "/realms/interspace/account?x=1, /realms/interspace/account?x=1",
        "/resources/login.css, /resources/login.css"
    })
    void the_addresses_that_everybody_uses_lead_to_the_realm(String asked, String arrived) throws Exception {
        assertThat(post(origin + asked).body()).isEqualTo("POST " + arrived + " grant_type=password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/master", "/realms/interspace-other/x", "/admin/realms", "/metrics"})
    void the_administration_is_not_at_the_origin(String path) throws Exception {
        assertThat(post(origin + path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_keycloak_that_is_away_is_503_and_says_when_to_try_again() throws Exception {
        HttpResponse<String> answer = post(originOfNobody + "/token");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static String originBefore(int keycloak) {
        int port = DOORS.open(0, new Origin(DOORS.vertx(), new KeycloakDoor(DOORS.vertx(), keycloak), Map.of()));
        return "http://127.0.0.1:" + port;
    }

    private static HttpResponse<String> post(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .POST(BodyPublishers.ofString("grant_type=password"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
