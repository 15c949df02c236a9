package com.interspace.local.identity;

import com.interspace.local.part.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak behind the one origin. The addresses that everybody uses locally stay as they are; Keycloak's own
 * ({@code /realms/...}, and what its login pages load) go through unchanged.
 */
public final class KeycloakDoor implements Issuer {

    /** Where the realm of the house stands below Keycloak's address. */
    public static final String REALM = "/realms/interspace";

    private static final Map<String, String> BY_OUR_NAME = Map.of(
            "/token", REALM + "/protocol/openid-connect/token",
            "/.well-known/openid-configuration", REALM + "/.well-known/openid-configuration",
            "/.well-known/jwks.json", REALM + "/protocol/openid-connect/certs");
    private static final List<String> ITS_OWN = List.of(REALM + "/", "/resources/");

    private final HttpProxy proxy;

    /**
     * @param port where Keycloak listens on this machine
     */
    public KeycloakDoor(Vertx vertx, int port) {
        proxy = HttpProxy.reverseProxy(vertx.createHttpClient())
                .origin(port, "127.0.0.1")
                .addInterceptor(new Renaming());
    }

    @Override
    public boolean owns(String path) {
        return BY_OUR_NAME.containsKey(path)
                || path.equals(REALM)
                || ITS_OWN.stream().anyMatch(path::startsWith);
    }

    @Override
    public void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    private static final class Renaming implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            String path = context.request().proxiedRequest().path();
            if (BY_OUR_NAME.containsKey(path)) {
                context.request().setURI(BY_OUR_NAME.get(path));
            }
            return context.sendRequest()
                    .recover(failure -> Future.succeededFuture(context.request()
                            .release()
                            .response()
                            .setStatusCode(503)
                            .putHeader("Content-Type", "application/problem+json")
                            .putHeader("Retry-After", "1")
                            .setBody(Body.body(Answer.problemBody(
                                    503, "Service Unavailable", "Keycloak is away. Try again in a moment.", path)))));
        }
    }
}
