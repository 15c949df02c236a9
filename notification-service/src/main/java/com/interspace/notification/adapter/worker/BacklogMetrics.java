package com.interspace.notification.adapter.worker;

import com.interspace.chassis.config.Worker;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.message.Messages;
import com.interspace.notification.usecase.WatchBacklog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes how many messages are due on each channel, and for how long the oldest of them has been. */
@ApplicationScoped
class BacklogMetrics {

    private static final Duration REST = Duration.ofSeconds(5);

    private final WatchBacklog backlog;
    private final InstantSource time;
    private final Map<Medium, AtomicLong> due = new EnumMap<>(Medium.class);
    private final Map<Medium, AtomicLong> lagSeconds = new EnumMap<>(Medium.class);
    private final Worker worker;

    @Inject
    BacklogMetrics(WatchBacklog backlog, InstantSource time, MeterRegistry metrics) {
        this.backlog = backlog;
        this.time = time;
        for (Medium medium : Medium.values()) {
            Tags channel = Tags.of("channel", medium.toString());
            due.put(medium, metrics.gauge("interspace.notification.due", channel, new AtomicLong()));
            lagSeconds.put(medium, metrics.gauge("interspace.notification.due.seconds", channel, new AtomicLong()));
        }
        this.worker = new Worker("delivery-backlog", REST, this::look);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private void look() {
        List<Messages.Backlog> now = backlog.now();
        for (Medium medium : Medium.values()) {
            long messages = 0;
            long seconds = 0;
            for (Messages.Backlog waiting : now) {
                if (waiting.medium() == medium) {
                    messages = waiting.messages();
                    seconds =
                            Duration.between(waiting.dueSince(), time.instant()).toSeconds();
                }
            }
            due.get(medium).set(messages);
            lagSeconds.get(medium).set(seconds);
        }
    }
}
