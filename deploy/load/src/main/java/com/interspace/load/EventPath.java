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
     * @param toConsumer from the answer to the arrival; an event that overtook its answer counts 0
     * @param toMail from the time of the event to the time at which the mail server had taken the mail about it
     */
    record Result(Timings toConsumer, Timings toMail, String body) {}

    private final LoadedSystem system;

    EventPath(LoadedSystem system) {
        this.system = system;
    }

    Result at(double rate, Duration time) {
        Client customer = system.client(LoadedSystem.CUSTOMER, "ticket");
        int all = (int) (rate * time.toSeconds());
        Map<String, Long> answeredAt = new ConcurrentHashMap<>();
        AtomicLong failed = new AtomicLong();
        try (Listener listener =
                new Listener(system.local().kafkaBootstrapServers(), List.of(TICKETS, NOTIFICATIONS))) {
            long begin = System.nanoTime();
            for (int i = 0; i < all; i++) {
                Stopwatch.sleepUntil(begin + (long) (i / rate * 1e9));
                customer.postLater("/v1/tickets", Reports.panel(i)).whenComplete((ticket, refused) -> {
                    if (refused == null) {
                        answeredAt.put(ticket.path("id").asText(), System.nanoTime());
                    } else {
                        failed.incrementAndGet();
                    }
                });
            }
            Waiting.until(Duration.ofSeconds(30), () -> answeredAt.size() + failed.get() >= all);
            Waiting.until(
                    Duration.ofSeconds(60), () -> mails(listener, answeredAt).size() >= answeredAt.size());
            return result(listener, answeredAt, failed.get(), time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Result result(Listener listener, Map<String, Long> answeredAt, long failed, Duration time) {
        List<Listener.Arrival> opened = listener.arrivals().stream()
                .filter(arrival -> arrival.header("ce_type").equals(OPENED))
                .filter(arrival -> answeredAt.containsKey(arrival.record().key()))
                .toList();
        long[] toConsumer = opened.stream()
                .mapToLong(arrival -> Math.max(
                        0, arrival.nanoTime() - answeredAt.get(arrival.record().key())))
                .toArray();
        Map<String, Instant> mails = mails(listener, answeredAt);
        long[] toMail = opened.stream()
                .mapToLong(arrival -> Duration.between(
                                Instant.parse(arrival.header("ce_time")),
                                mails.get(arrival.record().key()))
                        .toNanos())
                .toArray();
        return new Result(
                Timings.of("answer to consumer", toConsumer, failed, time.toSeconds()),
                Timings.of("event to mail", toMail, failed, time.toSeconds()),
                opened.get(0).record().value());
    }

    /** When the mail about the opening of each ticket was taken. */
    private static Map<String, Instant> mails(Listener listener, Map<String, Long> answeredAt) {
        Map<String, Instant> mails = new HashMap<>();
        for (Listener.Arrival arrival : listener.arrivals()) {
            if (arrival.header("ce_type").equals(DELIVERED)
                    && answeredAt.containsKey(arrival.record().key())) {
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
