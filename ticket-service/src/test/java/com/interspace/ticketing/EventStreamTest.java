package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.fixture.LocalParts;
import com.interspace.ticketing.adapter.kafka.KafkaBell;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamTest extends TicketDeskTest {

    private final List<Stream> open = new ArrayList<>();

    @AfterEach
    void everybodyGoes() {
        open.forEach(Stream::close);
    }

    @Test
    void two_readers_see_what_happens_once_and_in_order_each_what_is_meant_for_him() {
        String id = anOpenTicket();
        Stream anna = follow(ANNA, id, "0");
        Stream agent = follow(AGENT, id, null);
        await().untilAsserted(() -> assertThat(anna.events()).containsExactly("1 opened"));

        as(AGENT).body(Map.of("text", "bad card", "visibility", "internal")).post("/v1/tickets/" + id + "/notes");
        as(AGENT).body(Map.of("text", "on it")).post("/v1/tickets/" + id + "/notes");
        move(id, "inProgress");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(anna.events()).containsExactly("1 opened", "3 note-added", "4 status-changed");
            assertThat(agent.events()).containsExactly("2 note-added", "3 note-added", "4 status-changed");
        });
        assertThat(anna.text()).contains("on it").doesNotContain("bad card");
    }

    @Test
    void whoever_comes_again_gets_what_he_missed_and_nothing_twice() {
        String id = aResolvedTicket();
        Stream anna = follow(ANNA, id, "1");
        await().untilAsserted(() -> assertThat(anna.events()).containsExactly("2 status-changed", "3 resolved"));
        anna.close();
        as(ANNA).body(Map.of("to", "closed")).post("/v1/tickets/" + id + "/transitions");
        Stream again = follow(ANNA, id, "3");
        await().untilAsserted(() -> assertThat(again.events()).containsExactly("4 closed"));
    }

    @Test
    void a_foreign_ticket_cannot_be_followed_and_a_foreign_place_is_refused() {
        String id = anOpenTicket();
        as(BORIS)
                .accept("text/event-stream")
                .get("/v1/tickets/" + id + "/events")
                .then()
                .statusCode(404);
        as(ANNA).accept("text/event-stream")
                .header("Last-Event-ID", "x")
                .get("/v1/tickets/" + id + "/events")
                .then()
                .statusCode(400);
    }

    @Test
    void the_bell_rings_on_every_instance() {
        KafkaBell one = new KafkaBell(Map.of("bootstrap.servers", LocalParts.kafkaBootstrapServers()));
        KafkaBell other = new KafkaBell(Map.of("bootstrap.servers", LocalParts.kafkaBootstrapServers()));
        String id = anOpenTicket();
        AtomicInteger heardByOne = new AtomicInteger();
        AtomicInteger heardByOther = new AtomicInteger();
        try (var listening = one.listen(id, heardByOne::incrementAndGet);
                var alsoListening = other.listen(id, heardByOther::incrementAndGet)) {
            // Each rings once when it begins to hear.
            await().until(() -> heardByOne.get() > 0 && heardByOther.get() > 0);
            int before = Math.max(heardByOne.get(), heardByOther.get());
            move(id, "inProgress");
            await().untilAsserted(() -> {
                assertThat(heardByOne.get()).isGreaterThan(before);
                assertThat(heardByOther.get()).isGreaterThan(before);
            });
        } finally {
            one.stop(null);
            other.stop(null);
        }
    }

    private Stream follow(String caller, String ticketId, String lastEventId) {
        Stream stream = new Stream(caller, ticketId, lastEventId);
        open.add(stream);
        await().until(() -> stream.text().contains("following"));
        return stream;
    }

    /** A client that keeps every line it receives. */
    private static final class Stream implements Flow.Subscriber<String> {

        private static final HttpClient HTTP =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile Flow.Subscription subscription;

        Stream(String caller, String ticketId, String lastEventId) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            RestAssured.baseURI + ":" + RestAssured.port + "/v1/tickets/" + ticketId + "/events"))
                    .header("Authorization", "Bearer " + LocalParts.tokenOf(caller))
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(this));
        }

        @Override
        public void onSubscribe(Flow.Subscription answered) {
            subscription = answered;
            answered.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable closed) {}

        @Override
        public void onComplete() {
            lines.add("the end");
        }

        /** Sequence and type of each event. */
        List<String> events() {
            List<String> events = new ArrayList<>();
            String type = "";
            String id = "";
            for (String line : lines) {
                if (line.startsWith("event:")) {
                    type = line.substring(6).trim();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).trim();
                } else if (line.isEmpty() && !id.isEmpty()) {
                    events.add(id + " " + type);
                    id = "";
                }
            }
            return events;
        }

        String text() {
            return String.join("\n", lines);
        }

        void close() {
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
