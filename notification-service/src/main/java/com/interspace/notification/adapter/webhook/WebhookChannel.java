package com.interspace.notification.adapter.webhook;

import com.interspace.chassis.trace.TraceParent;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.channel.Attachment;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.channel.Gone;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.channel.Withheld;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.message.Message;
import com.interspace.notification.subscription.AddressGuard;
import com.interspace.notification.subscription.Endpoint;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.Subscriptions;
import com.interspace.notification.subscription.UnsafeAddress;
import com.interspace.notification.subscription.WebhookSecrets;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Signed POSTs to partners. Each has a connection of its own, made to the very address that was checked; redirects are
 * answers like any other, and nobody reads what the other side says besides its status.
 */
@ApplicationScoped
class WebhookChannel implements Channel, Endpoint {

    private static final int GONE = 410;

    private final HttpClient http;
    private final Subscriptions subscriptions;
    private final WebhookSecrets secrets;
    private final AddressGuard guard;
    private final InstantSource time;
    private final Duration patience;

    @Inject
    WebhookChannel(
            Vertx vertx,
            Subscriptions subscriptions,
            WebhookSecrets secrets,
            AddressGuard guard,
            InstantSource time,
            NotificationConfig config) {
        this(
                vertx,
                subscriptions,
                secrets,
                guard,
                time,
                config.delivery().webhookTimeout(),
                config.delivery().eachEndpoint());
    }

    WebhookChannel(
            Vertx vertx,
            Subscriptions subscriptions,
            WebhookSecrets secrets,
            AddressGuard guard,
            InstantSource time,
            Duration patience,
            int connections) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.guard = guard;
        this.time = time;
        this.patience = patience;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(connections)
                .setConnectTimeout((int) patience.toMillis()));
    }

    @Override
    public Medium medium() {
        return Medium.WEBHOOK;
    }

    @Override
    public void send(Message message, Attachment attachment) {
        Subscription to = subscriptions
                .find(UUID.fromString(message.recipient()))
                .orElseThrow(() -> new Withheld("The subscription was deleted"));
        if (to.isSuspended()) {
            throw new Withheld("The subscription is suspended: " + to.why());
        }
        post(to, message.messageId(), message.text());
    }

    @Override
    public void post(Subscription to, String deliveryId, String body) {
        int status = statusOf(request(to, deliveryId, body.getBytes(StandardCharsets.UTF_8)));
        if (status == GONE) {
            throw new Gone("The endpoint answered 410: it is gone for good");
        }
        if (status / 100 != 2) {
            throw new NotNow("The endpoint answered " + status + (status / 100 == 3 ? "; we follow no redirects" : ""));
        }
    }

    private CompletableFuture<Integer> request(Subscription to, String deliveryId, byte[] body) {
        AddressGuard.Peer peer = checked(to.url());
        long timestamp = time.instant().getEpochSecond();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(peer.address()))
                .setHost(peer.host())
                .setPort(peer.port())
                .setSsl(peer.tls())
                .setURI(pathOf(peer))
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Interspace-Webhooks/1")
                .putHeader("webhook-id", deliveryId)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signatures(to.client(), deliveryId, timestamp, body));
        Optional.ofNullable(TraceParent.current()).ifPresent(line -> options.putHeader(TraceParent.HEADER, line));
        return http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).map(response -> {
                    response.exceptionHandler(cutOff -> {});
                    request.reset();
                    return response.statusCode();
                }))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private AddressGuard.Peer checked(String url) {
        try {
            return guard.check(url);
        } catch (UnsafeAddress unsafe) {
            throw new NotNow("The address " + unsafe.getMessage());
        }
    }

    private static String pathOf(AddressGuard.Peer peer) {
        String path = peer.url().getRawPath();
        String query = peer.url().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private String signatures(String client, String deliveryId, long timestamp, byte[] body) {
        return secrets.of(client).stream()
                .filter(secret -> secret.isGood(time.instant()))
                .map(secret -> secret.signature(deliveryId, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private int statusOf(CompletableFuture<Integer> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            throw new NotNow("The endpoint did not answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            throw new NotNow(
                    "The endpoint cannot be reached: " + failed.getCause().getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotNow("Interrupted while the endpoint was being asked");
        }
    }
}
