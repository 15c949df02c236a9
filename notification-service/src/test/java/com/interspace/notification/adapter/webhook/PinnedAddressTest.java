package com.interspace.notification.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.notification.channel.NotNow;
import com.interspace.notification.subscription.AddressGuard;
import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.WebhookSecret;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The address that was checked is the address that is connected to: the name is not asked for a second time. */
class PinnedAddressTest {

    private final Vertx vertx = Vertx.vertx();
    private final ConcurrentLinkedQueue<String> hosts = new ConcurrentLinkedQueue<>();
    private HttpServer peer;

    @BeforeEach
    void a_peer_on_this_machine() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        peer.start();
    }

    @AfterEach
    void everything_stops() {
        peer.stop(0);
        vertx.close();
    }

    @Test
    void a_name_that_only_the_guard_can_resolve_is_reached_where_the_guard_found_it() {
        String authority = "only-the-guard-knows.invalid:" + port();
        AddressGuard guard = new AddressGuard(host -> loopback(), Set.of(authority));

        channel(guard).post(subscription("http://" + authority + "/"), "msg_1", "{}");

        assertThat(hosts).containsExactly(authority);
    }

    @Test
    void a_name_that_was_public_at_subscription_and_is_inside_at_delivery_is_not_connected_to() {
        Deque<byte[]> answers =
                new ArrayDeque<>(List.of(new byte[] {93, (byte) 184, (byte) 216, 34}, new byte[] {127, 0, 0, 1}));
        AddressGuard guard =
                new AddressGuard(host -> new InetAddress[] {InetAddress.getByAddress(host, answers.pop())}, Set.of());
        String url = "http://rebinding.invalid:" + port() + "/";
        guard.check(url);

        assertThatThrownBy(() -> channel(guard).post(subscription(url), "msg_1", "{}"))
                .isInstanceOf(NotNow.class)
                .hasMessage("The address must lead to public addresses only");
        assertThat(hosts).isEmpty();
    }

    private int port() {
        return peer.getAddress().getPort();
    }

    private static InetAddress[] loopback() {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private static Subscription subscription(String url) {
        return new Subscription(
                "partner-acme",
                Set.of("ACME"),
                Subscription.Kind.WEBHOOK,
                url,
                List.of("ticket.opened"),
                Instant.EPOCH);
    }

    private WebhookChannel channel(AddressGuard guard) {
        return new WebhookChannel(
                vertx, null, new OneSecret(), guard, InstantSource.system(), Duration.ofSeconds(5), 2);
    }

    private static final class OneSecret implements com.interspace.notification.subscription.WebhookSecrets {

        @Override
        public List<WebhookSecret> of(String client) {
            return List.of(WebhookSecret.any(client, Instant.EPOCH));
        }

        @Override
        public void add(WebhookSecret secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(WebhookSecret secret) {
            throw new UnsupportedOperationException();
        }
    }
}
