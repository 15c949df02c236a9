package com.interspace.load;

import com.interspace.local.part.Courier;
import com.interspace.local.part.MailServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers write to the support mailbox: from the moment that the mail server has the mail until its ticket exists. */
final class MailIntake {

    private final LoadedSystem system;

    MailIntake(LoadedSystem system) {
        this.system = system;
    }

    Timings at(double rate, Duration time) {
        Courier courier = system.local().courier();
        Map<String, Instant> taken = new HashMap<>();
        int all = (int) (rate * time.toSeconds());
        try (Listener listener = new Listener(system.local().kafkaBootstrapServers(), List.of(EventPath.TICKETS))) {
            long begin = System.nanoTime();
            for (int i = 0; i < all; i++) {
                Stopwatch.sleepUntil(begin + (long) (i / rate * 1e9));
                String subject = "load-" + UUID.randomUUID();
                byte[] mail = Reports.mail(subject).getBytes(StandardCharsets.UTF_8);
                courier.deliver(LoadedSystem.CUSTOMER, MailServer.SUPPORT, mail);
                taken.put(subject, Instant.now());
            }
            Waiting.until(Duration.ofSeconds(120), () -> opened(listener, taken).size() >= all);
            Map<String, Instant> opened = opened(listener, taken);
            long[] nanos = taken.entrySet().stream()
                    .mapToLong(mail -> Math.max(
                            0,
                            Duration.between(mail.getValue(), opened.get(mail.getKey()))
                                    .toNanos()))
                    .toArray();
            return Timings.of("mail to ticket", nanos, 0, Stopwatch.secondsSince(begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Instant> opened(Listener listener, Map<String, Instant> taken) {
        Map<String, Instant> opened = new HashMap<>();
        for (Listener.Arrival arrival : listener.arrivals()) {
            if (arrival.header("ce_type").equals("com.interspace.ticket.opened.v1")) {
                taken.keySet().stream()
                        .filter(subject -> arrival.record().value().contains(subject))
                        .forEach(subject -> opened.putIfAbsent(subject, Instant.parse(arrival.header("ce_time"))));
            }
        }
        return opened;
    }
}
