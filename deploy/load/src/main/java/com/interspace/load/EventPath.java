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
            Mails mails = new Mails();
            Waiting.until(
                    Duration.ofSeconds(60),
                    () -> mails.among(listener.arrivals()).keySet().containsAll(answers.keySet()));
            answers.values().removeIf(answer -> answer.request() < uncounted);
            return turn(listener.arrivals(), answers, mails.taken, failed.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Turn turn(
            List<Listener.Arrival> arrivals, Map<String, Answer> answers, Map<String, Instant> mails, long failed) {
        List<Listener.Arrival> opened = arrivals.stream()
                .filter(arrival -> arrival.header("ce_type").equals(OPENED))
                .filter(arrival -> answers.containsKey(arrival.record().key()))
                .toList();
        long[] toConsumer = opened.stream()
                .mapToLong(arrival -> Math.max(
                        0,
                        arrival.nanoTime() - answers.get(arrival.record().key()).nanoTime()))
                .toArray();
        long[] toMail = opened.stream()
                .mapToLong(arrival -> Duration.between(
                                Instant.parse(arrival.header("ce_time")),
                                mails.get(arrival.record().key()))
                        .toNanos())
                .toArray();
        return new Turn(toConsumer, toMail, failed, opened.get(0).record().value());
    }

    /** The mails about openings. Each event is read once: whoever waits for them must not take the processor from them. */
    private static final class Mails {

        private final Map<String, Instant> taken = new HashMap<>();
        private int heard;

        /**
         * When the mail about the opening of each ticket was taken.
         *
         * @param arrivals what has arrived so far, those included that had arrived before
         */
        Map<String, Instant> among(List<Listener.Arrival> arrivals) {
            arrivals.subList(heard, arrivals.size()).stream()
                    .filter(arrival -> arrival.header("ce_type").equals(DELIVERED))
                    .forEach(this::hear);
            heard = arrivals.size();
            return taken;
        }

        private void hear(Listener.Arrival arrival) {
            JsonNode notification = read(arrival.record().value()).path("notification");
            if (notification.path("eventType").asText().equals(OPENED)
                    && notification.path("channel").asText().equals("email")) {
                taken.putIfAbsent(arrival.record().key(), Instant.parse(arrival.header("ce_time")));
            }
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
