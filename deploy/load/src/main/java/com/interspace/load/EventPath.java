package com.interspace.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The way of news: from the answer of a request into a consumer's hands, and from the event to the accepted mail. */
final class EventPath {

    static final String TICKETS = "interspace.ticket.v1";
    private static final String NOTIFICATIONS = "interspace.notification.v1";
    private static final String OPENED = "com.interspace.ticket.opened.v1";
    private static final String DELIVERED = "com.interspace.notification.delivered.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * How long each took, in nanoseconds.
     *
     * @param toConsumer from the answer to the arrival; an event that overtook its answer counts 0
     * @param toMail from the time of the event to the time at which the mail server had taken the mail about it
     * @param failed requests that got no ticket
     * @param body of an event
     */
    record Turn(long[] toConsumer, long[] toMail, long failed, String body) {}

    /** When the answer to a request came. */
    private record Answer(int request, long nanoTime) {}

    private final LoadedSystem system;

    EventPath(LoadedSystem system) {
        this.system = system;
    }

    /** @param first in which the way comes to its speed; what is opened then is not counted unless it fails */
    Turn at(double rate, Duration first, Duration time) {
        Client customer = system.client(LoadedSystem.CUSTOMER, "ticket");
        int uncounted = (int) (rate * first.toSeconds());
        int all = uncounted + (int) (rate * time.toSeconds());
        Map<String, Answer> answers = new ConcurrentHashMap<>();
        AtomicLong failed = new AtomicLong();
        try (Listener listener =
                new Listener(system.local().kafkaBootstrapServers(), List.of(TICKETS, NOTIFICATIONS))) {
            long begin = System.nanoTime();
            for (int i = 0; i < all; i++) {
                int request = i;
                Stopwatch.sleepUntil(begin + (long) (i / rate * 1e9));
                customer.postLater("/v1/tickets", Reports.panel(i)).whenComplete((ticket, refused) -> {
                    if (refused == null) {
                        answers.put(ticket.path("id").asText(), new Answer(request, System.nanoTime()));
                    } else {
                        failed.incrementAndGet();
                    }
                });
            }
            Waiting.until(Duration.ofSeconds(30), () -> answers.size() + failed.get() >= all);
            Waiting.until(Duration.ofSeconds(60), () -> mails(listener, answers).size() >= answers.size());
            answers.values().removeIf(answer -> answer.request() < uncounted);
            return turn(listener, answers, failed.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Turn turn(Listener listener, Map<String, Answer> answers, long failed) {
        List<Listener.Arrival> opened = listener.arrivals().stream()
                .filter(arrival -> arrival.header("ce_type").equals(OPENED))
                .filter(arrival -> answers.containsKey(arrival.record().key()))
                .toList();
        long[] toConsumer = opened.stream()
                .mapToLong(arrival -> Math.max(
                        0,
                        arrival.nanoTime() - answers.get(arrival.record().key()).nanoTime()))
                .toArray();
        Map<String, Instant> mails = mails(listener, answers);
        long[] toMail = opened.stream()
                .mapToLong(arrival -> Duration.between(
                                Instant.parse(arrival.header("ce_time")),
                                mails.get(arrival.record().key()))
                        .toNanos())
                .toArray();
        return new Turn(toConsumer, toMail, failed, opened.get(0).record().value());
    }

    /** When the mail about the opening of each ticket was taken. */
    private static Map<String, Instant> mails(Listener listener, Map<String, Answer> answers) {
        Map<String, Instant> mails = new HashMap<>();
        for (Listener.Arrival arrival : listener.arrivals()) {
            if (arrival.header("ce_type").equals(DELIVERED)
                    && answers.containsKey(arrival.record().key())) {
                JsonNode notification = read(arrival.record().value()).path("notification");
                if (notification.path("eventType").asText().equals(OPENED)
                        && notification.path("channel").asText().equals("email")) {
                    mails.putIfAbsent(arrival.record().key(), Instant.parse(arrival.header("ce_time")));
                }
            }
        }
        return mails;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
