package com.interspace.chassis.plumbing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Who is believed: a bearer token is checked for signature, algorithm, issuer, audience and time. */
@QuarkusTest
class TokenTest extends PlumbingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNKNOWN_CALLER = 401;

    @Test
    void a_token_of_the_issuer_for_us_is_believed() {
        assertThat(answerTo(LocalParts.sign(json(claims())))).isEqualTo(OK);
    }

    @Test
    void a_token_for_somebody_else_is_not() {
        assertThat(answerTo(LocalParts.sign(json(claimsBut("aud", "another-service")))))
                .isEqualTo(UNKNOWN_CALLER);
        assertThat(answerTo(LocalParts.sign(json(claimsBut("aud", null))))).isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_token_that_names_another_issuer_is_not() {
        assertThat(answerTo(LocalParts.sign(json(claimsBut("iss", "https://elsewhere.example")))))
                .isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_token_out_of_its_time_is_not() {
        long yesterday = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
        assertThat(answerTo(LocalParts.sign(json(claimsBut("exp", yesterday))))).isEqualTo(UNKNOWN_CALLER);
        assertThat(answerTo(LocalParts.expiredToken())).isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_token_without_a_signature_is_not() {
        assertThat(answerTo(part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims()) + "."))
                .isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_token_signed_with_a_key_of_somebody_elses_is_not()
            throws NoSuchAlgorithmException, InvalidKeyException, SignatureException {
        Signature foreign = Signature.getInstance("SHA256withRSA");
        foreign.initSign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        String signed = header("RS256") + "." + part(claims());
        foreign.update(signed.getBytes(StandardCharsets.US_ASCII));
        assertThat(answerTo(signed + "." + base64(foreign.sign()))).isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_token_whose_secret_is_the_public_key_is_not() throws NoSuchAlgorithmException, InvalidKeyException {
        String publicKey =
                given().get(LocalParts.issuer() + "/.well-known/jwks.json").asString();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publicKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = header("HS256") + "." + part(claims());
        assertThat(answerTo(signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_token_whose_claims_were_changed_is_not() {
        String[] parts = LocalParts.tokenOf("agent").split("\\.");
        assertThat(answerTo(parts[0] + "." + part(claims()) + "." + parts[2])).isEqualTo(UNKNOWN_CALLER);
    }

    @Test
    void a_new_key_of_the_issuer_is_learned_while_running() {
        assertThat(answerTo(LocalParts.sign(json(claims())))).isEqualTo(OK);
        LocalParts.rotateKey();
        assertThat(answerTo(LocalParts.sign(json(claims())))).isEqualTo(OK);
    }

    private static int answerTo(String token) {
        return given().auth().oauth2(token).get("/v1/dead-letters").statusCode();
    }

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", LocalParts.issuer());
        claims.put("aud", "interspace");
        claims.put("sub", "somebody");
        claims.put("realm_access", Map.of("roles", List.of("ops")));
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plus(Duration.ofMinutes(5)).getEpochSecond());
        return claims;
    }

    private static Map<String, Object> claimsBut(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        claims.values().removeIf(each -> each == null);
        return claims;
    }

    private static String header(String algorithm) {
        String[] parts = LocalParts.tokenOf("ops").split("\\.");
        String key = JsonPath.from(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
                .getString("kid");
        return part(Map.of("alg", algorithm, "typ", "JWT", "kid", key));
    }

    private static String part(Map<String, ?> content) {
        return base64(json(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
