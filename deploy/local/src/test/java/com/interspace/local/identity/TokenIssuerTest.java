package com.interspace.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.part.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {

    private static final String ISSUER = LocalParts.issuer();
    private static final String ANNA = "grant_type=password&client_id=panel&username=anna%40acme.example";

    @Test
    void a_person_gets_a_token_with_name_mail_account_and_role() throws Exception {
        JwtClaims claims = verified(LocalParts.tokenOf("anna@acme.example"));

        assertThat(claims.getSubject()).isEqualTo("anna@acme.example");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Anna Petrova");
        assertThat(claims.getStringClaimValue("email")).isEqualTo("anna@acme.example");
        assertThat(claims.getStringClaimValue("azp")).isEqualTo("panel");
        assertThat(claims.getStringListClaimValue("account")).containsExactly("ACME");
        assertThat(claims.getClaimValue("realm_access")).hasToString("{roles=[customer]}");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(TokenIssuer.LIFETIME.toSeconds());
    }

    @ParameterizedTest
    @CsvSource({"partner-acme, partner", "ops, ops", "provisioning, provisioner", "notification-service, ops"})
    void a_client_gets_a_token_with_its_role(String client, String role) throws Exception {
        JwtClaims claims = verified(LocalParts.tokenOf(client));

        assertThat(claims.getStringClaimValue("azp")).isEqualTo(client);
        assertThat(claims.getClaimValue("realm_access")).hasToString("{roles=[" + role + "]}");
    }

    @Test
    void a_client_may_show_its_secret_as_http_basic() throws Exception {
        HttpResponse<String> answer = ask(
                HttpRequest.newBuilder()
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes())),
                "grant_type=client_credentials");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        ANNA + "&password=wrong, 400, invalid_grant",
        ANNA + ", 400, invalid_request",
        "grant_type=password&client_id=panel&username=ops&password=ops, 400, invalid_grant",
        "grant_type=password&client_id=other&username=agent&password=agent, 401, invalid_client",
        "grant_type=client_credentials&client_id=ops&client_secret=wrong, 401, invalid_client",
        "grant_type=client_credentials&client_id=agent&client_secret=agent, 401, invalid_client",
        "grant_type=client_credentials&client_id=nobody&client_secret=nobody, 401, invalid_client",
        "grant_type=refresh_token, 400, unsupported_grant_type",
        "nothing=else, 400, invalid_request"
    })
    void wrong_credentials_are_refused_in_the_words_of_oauth(String form, int status, String error) throws Exception {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(), form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("error").asText()).isEqualTo(error);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void a_token_request_that_is_not_a_form_is_refused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ISSUER + "/token"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"grant_type\":\"password\"}"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void the_discovery_document_names_the_issuer_and_its_doors() throws Exception {
        JsonNode document = Json.parse(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ISSUER + "/.well-known/openid-configuration"))
                                .build(),
                        BodyHandlers.ofString())
                .body());

        assertThat(document.path("issuer").asText()).isEqualTo(ISSUER);
        assertThat(document.path("token_endpoint").asText()).isEqualTo(ISSUER + "/token");
        assertThat(document.path("jwks_uri").asText()).startsWith(ISSUER);
    }

    @Test
    void the_expired_token_is_signed_well_and_too_old() {
        assertThat(catchThrowableOfType(InvalidJwtException.class, () -> verified(LocalParts.expiredToken()))
                        .hasExpired())
                .isTrue();
    }

    private static JwtClaims verified(String token) throws InvalidJwtException {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience("interspace")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks(ISSUER + "/.well-known/jwks.json")))
                .build();
        return consumer.processToClaims(token);
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request, String form) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.uri(URI.create(ISSUER + "/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
    }
}
