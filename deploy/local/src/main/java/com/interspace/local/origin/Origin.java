package com.interspace.local.origin;

import com.interspace.local.identity.Issuer;
import com.interspace.local.part.Answer;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one address of the system. It answers for the token issuer itself and forwards everything else by the path map,
 * bodies and event streams as they flow. {@code Authorization} and {@code Host} go through; what a client says about
 * forwarding does not. A service that is away is 503, one that breaks off is 502, an unknown path is 404.
 */
public final class Origin implements Handler<HttpServerRequest> {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    private final PathMap paths = new PathMap();
    private final Issuer issuer;
    private final Map<String, HttpProxy> services = new HashMap<>();

    /**
     * @param ports the port of each service on this machine, by the service's name in the path map
     */
    public Origin(Vertx vertx, Issuer issuer, Map<String, Integer> ports) {
        this.issuer = issuer;
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                // An event stream keeps its connection for hours.
                .setMaxPoolSize(256));
        ports.forEach((service, port) -> services.put(
                service,
                HttpProxy.reverseProxy(client).origin(port, "127.0.0.1").addInterceptor(new Forwarding(service))));
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (issuer.owns(request.path())) {
            issuer.handle(request);
            return;
        }
        paths.serviceOf(request.path())
                .ifPresentOrElse(
                        service -> services.get(service).handle(request),
                        () -> Answer.problem(request, 404, "Not Found", "No service has this path."));
    }

    private record Forwarding(String service) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            List.copyOf(context.request().headers().names()).stream()
                    .filter(Forwarding::speaksOfForwarding)
                    .forEach(name -> context.request().headers().remove(name));
            context.request().setAuthority(context.request().proxiedRequest().authority());
            return context.sendRequest().recover(failure -> Future.succeededFuture(away(context, failure)));
        }

        private static boolean speaksOfForwarding(String header) {
            String name = header.toLowerCase(Locale.ROOT);
            return name.startsWith("x-forwarded-") || name.equals("forwarded");
        }

        private ProxyResponse away(ProxyContext context, Throwable failure) {
            boolean absent = failure instanceof ConnectException;
            ProxyResponse response = context.request()
                    .release()
                    .response()
                    .setStatusCode(absent ? 503 : 502)
                    .putHeader("Content-Type", "application/problem+json")
                    .setBody(Body.body(Answer.problemBody(
                            absent ? 503 : 502,
                            absent ? "Service Unavailable" : "Bad Gateway",
                            absent
                                    ? "The " + service + " service is away. Try again in a moment."
                                    : "The " + service + " service broke off before it answered.",
                            context.request().proxiedRequest().path())));
            return absent ? response.putHeader("Retry-After", "1") : response;
        }
    }
}
