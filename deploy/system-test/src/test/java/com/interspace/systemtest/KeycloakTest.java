package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.identity.Identity;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.local.launch.Port;
import com.interspace.local.part.Json;
import com.interspace.local.story.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The story's logins against a real Keycloak with the realm that is shipped, and the packaged services behind it. */
@EnabledIfSystemProperty(named = "tests.full", matches = "true")
class KeycloakTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Options options;
    private static LocalSystem system;

    @BeforeAll
    static void theSystemIsUpWithKeycloak() throws Exception {
        options = Options.forTest("keycloak-system").withKeycloak();
        Process fetching = new ProcessBuilder(
                        options.root().resolve("deploy/local/fetch-keycloak").toString())
                .inheritIO()
                .start();
        assertThat(fetching.waitFor()).as("deploy/local/fetch-keycloak").isZero();
        system = LocalSystem.start(options, System.out::println);
    }

    @AfterAll
    static void theSystemStops() {
        if (system != null) {
            system.close();
        }
    }

    static List<Identity> everybody() {
        return Identity.all();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybody_gets_a_token_with_their_roles_and_accounts_and_the_services_take_it(Identity identity) {
        JsonNode claims = claimsOf(Caller.tokenOf(system.url(""), identity.name()));

        assertThat(texts(claims.path("realm_access").path("roles"))).containsExactlyElementsOf(identity.roles());
        assertThat(texts(claims.path("account"))).containsExactlyElementsOf(identity.accounts());
        assertThat(claims.path("aud").asText()).isEqualTo("interspace");
        assertThat(claims.path("iss").asText()).isEqualTo(system.url("/realms/interspace"));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
        assertThat(claims.path("email").asText(null))
                .isEqualTo(identity.mailAddress().orElse(null));
        assertThat(system.caller(identity.name()).get("/v1/services").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"anna@acme.example, ACME", "boris@globex.example, GLOBEX", "partner-acme, ACME"})
    void a_customer_sees_the_services_of_the_accounts_in_the_token_only(String name, String account) {
        JsonNode services = system.caller(name).get("/v1/services").json().path("items");

        assertThat(services).isNotEmpty().allSatisfy(service -> assertThat(
                        service.path("account").asText())
                .isEqualTo(account));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password&client_id=panel&username=anna@acme.example&password=wrong",
        "grant_type=password&client_id=panel&username=nobody@acme.example&password=nobody@acme.example",
        "grant_type=password&client_id=admin-cli&username=anna@acme.example&password=anna@acme.example",
        "grant_type=password&client_id=ops&client_secret=ops&username=anna@acme.example&password=anna@acme.example",
        "grant_type=client_credentials&client_id=ops&client_secret=wrong",
        "grant_type=client_credentials&client_id=panel"
    })
    void a_wrong_password_secret_or_door_gives_no_token(String form) throws Exception {
        HttpResponse<String> answer = form(system.url("/token"), form);

        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(answer.body()).contains("error").doesNotContain("access_token");
    }

    @Test
    void a_token_of_another_realm_is_refused() throws Exception {
        assertThat(get(system.url("/v1/services"), administrator()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void when_the_key_is_rotated_old_and_new_tokens_are_good_and_nothing_restarts() throws Exception {
        String before = Caller.tokenOf(system.url(""), "agent");
        Map<String, Object> key = Map.of(
                "name",
                "rotated",
                "providerId",
                "rsa-generated",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "config",
                Map.of(
                        "priority", List.of("200"),
                        "enabled", List.of("true"),
                        "active", List.of("true"),
                        "algorithm", List.of("RS256")));
        HttpResponse<String> created = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak() + "/admin/realms/interspace/components"))
                        .header("Authorization", "Bearer " + administrator())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(key)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

        String after = Caller.tokenOf(system.url(""), "agent");

        assertThat(headerOf(after).path("kid")).isNotEqualTo(headerOf(before).path("kid"));
        for (String token : List.of(before, after)) {
            assertThat(get(system.url("/v1/tickets"), token).statusCode()).isEqualTo(200);
            assertThat(get(system.url("/v1/notifications"), token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void act_one_is_played_to_its_end() {
        Story.actOne(system, System.out::println).play();
    }

    private static String administrator() throws Exception {
        HttpResponse<String> answer = form(
                keycloak() + "/realms/master/protocol/openid-connect/token",
                "grant_type=password&client_id=admin-cli&username=admin&password=admin");
        return Json.parse(answer.body()).path("access_token").asText();
    }

    private static String keycloak() {
        return "http://localhost:" + options.ports().of(Port.KEYCLOAK);
    }

    private static HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> form(String address, String form) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode claimsOf(String token) {
        return part(token, 1);
    }

    private static JsonNode headerOf(String token) {
        return part(token, 0);
    }

    private static JsonNode part(String token, int index) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index])));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
