package com.interspace.local.identity;

import com.interspace.local.identity.Identity.Kind;
import com.interspace.local.part.Answer;
import com.interspace.local.part.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A small OpenID provider for one machine: discovery document, keys, and {@code POST /token} with the grants
 * {@code password} (people, through the public client {@code panel}) and {@code client_credentials} (clients, secret in
 * the form or as HTTP Basic). Refusals are OAuth's: 400 for a bad request or grant, 401 for a bad client.
 */
public final class TokenIssuer implements Issuer {

    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String KEYS = "/.well-known/jwks.json";
    private static final String TOKEN = "/token";
    private static final String PANEL = "panel";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String issuer;
    private volatile SigningKey key;
    private final InstantSource clock;

    /**
     * @param issuer the address that clients and services reach it under, which is also the issuer in the tokens
     */
    public TokenIssuer(String issuer, SigningKey key, InstantSource clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public boolean owns(String path) {
        return List.of(DISCOVERY, KEYS, TOKEN).contains(path);
    }

    /** A token that ran out an hour ago. */
    public String expiredTokenOf(Identity identity) {
        return token(identity, clock.instant().minus(LIFETIME.multipliedBy(2)));
    }

    /** From now on there is another key, and the one before is no longer published. */
    public void rotateKey() {
        key = SigningKey.generate();
    }

    /** A token with exactly these claims (JSON), signed with the key of now: for tests of who is believed. */
    public String sign(String claims) {
        return key.sign(claims);
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.equals(TOKEN)) {
            handleToken(request);
        } else if (request.method() != HttpMethod.GET) {
            Answer.problem(request, 405, "Method Not Allowed", "Use GET.");
        } else if (path.equals(DISCOVERY)) {
            Answer.json(request, 200, discovery());
        } else if (path.equals(KEYS)) {
            Answer.json(request, 200, Map.of("keys", List.of(key.publicKey())));
        } else {
            Answer.problem(request, 404, "Not Found", "There is nothing at this address.");
        }
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("token_endpoint", issuer + TOKEN);
        document.put("jwks_uri", issuer + KEYS);
        document.put("grant_types_supported", List.of("password", "client_credentials"));
        document.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic", "none"));
        document.put("response_types_supported", List.of("none"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return document;
    }

    private void handleToken(HttpServerRequest request) {
        if (request.method() != HttpMethod.POST) {
            Answer.problem(request, 405, "Method Not Allowed", "Ask for a token with POST.");
            return;
        }
        String type = request.getHeader("Content-Type");
        if (type == null || !type.toLowerCase().startsWith(FORM)) {
            refuse(request, new OAuthError(400, "invalid_request", "Send the fields form-encoded (" + FORM + ")."));
            return;
        }
        request.setExpectMultipart(true);
        request.exceptionHandler(
                broken -> refuse(request, new OAuthError(400, "invalid_request", "The form cannot be read.")));
        request.endHandler(end -> grant(request));
    }

    private void grant(HttpServerRequest request) {
        try {
            Identity identity = authenticate(request);
            request.response().putHeader("Cache-Control", "no-store");
            Answer.json(
                    request,
                    200,
                    Map.of(
                            "access_token", token(identity, clock.instant()),
                            "token_type", "Bearer",
                            "expires_in", LIFETIME.toSeconds()));
        } catch (OAuthError refused) {
            refuse(request, refused);
        }
    }

    private static Identity authenticate(HttpServerRequest request) {
        String grant = field(request, "grant_type");
        return switch (grant) {
            case "password" -> person(request);
            case "client_credentials" -> client(request);
            default ->
                throw new OAuthError(400, "unsupported_grant_type", "The grants are password and client_credentials.");
        };
    }

    private static Identity person(HttpServerRequest request) {
        if (!PANEL.equals(request.getFormAttribute("client_id"))) {
            throw new OAuthError(401, "invalid_client", "People come in through client_id=panel.");
        }
        String name = field(request, "username");
        String password = field(request, "password");
        return known(Kind.person, name, password)
                .orElseThrow(() -> new OAuthError(400, "invalid_grant", "Name or password is wrong."));
    }

    private static Identity client(HttpServerRequest request) {
        String[] credentials = basic(request)
                .orElseGet(() -> new String[] {field(request, "client_id"), field(request, "client_secret")});
        return known(Kind.client, credentials[0], credentials[1])
                .orElseThrow(() -> new OAuthError(401, "invalid_client", "Client or secret is wrong."));
    }

    private static Optional<String[]> basic(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            String[] credentials = pair.split(":", 2);
            return credentials.length == 2 ? Optional.of(credentials) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            throw new OAuthError(401, "invalid_client", "The Authorization header cannot be read.");
        }
    }

    private static Optional<Identity> known(Kind kind, String name, String secret) {
        return Identity.named(name)
                .filter(identity -> identity.kind() == kind)
                .filter(identity -> MessageDigest.isEqual(
                        identity.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static String field(HttpServerRequest request, String name) {
        String value = request.getFormAttribute(name);
        if (value == null || value.isEmpty()) {
            throw new OAuthError(400, "invalid_request", "The field " + name + " is missing.");
        }
        return value;
    }

    private static void refuse(HttpServerRequest request, OAuthError error) {
        request.response().putHeader("Cache-Control", "no-store");
        if (error.status == 401) {
            request.response().putHeader("WWW-Authenticate", "Basic realm=\"interspace\"");
        }
        Answer.json(request, error.status, Map.of("error", error.code, "error_description", error.getMessage()));
    }

    private String token(Identity identity, Instant issuedAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", "interspace");
        claims.put("sub", identity.name());
        claims.put("preferred_username", identity.name());
        claims.put("name", identity.fullName());
        identity.mailAddress().ifPresent(address -> claims.put("email", address));
        claims.put("azp", identity.kind() == Kind.client ? identity.name() : PANEL);
        claims.put("account", identity.accounts());
        claims.put("realm_access", Map.of("roles", identity.roles()));
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return key.sign(Json.write(claims));
    }

    private static final class OAuthError extends RuntimeException {
        private final int status;
        private final String code;

        OAuthError(int status, String code, String description) {
            super(description);
            this.status = status;
            this.code = code;
        }
    }
}
