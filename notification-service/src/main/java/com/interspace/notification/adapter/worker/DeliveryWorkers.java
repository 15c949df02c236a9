package com.interspace.notification.adapter.worker;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.usecase.DeliverMessage;
import com.interspace.notification.usecase.TakeDueMessages;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Keeps a lane open for every channel. */
@ApplicationScoped
class DeliveryWorkers {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final List<Channel> channels;
    private final TakeDueMessages due;
    private final DeliverMessage delivery;
    private final NotificationConfig.DeliverySettings settings;
    private final MeterRegistry metrics;
    private final InstantSource time;
    private List<Lane> lanes = List.of();

    @Inject
    DeliveryWorkers(
            @All List<Channel> channels,
            TakeDueMessages due,
            DeliverMessage delivery,
            NotificationConfig config,
            MeterRegistry metrics,
            InstantSource time) {
        this.channels = channels;
        this.due = due;
        this.delivery = delivery;
        this.settings = config.delivery();
        this.metrics = metrics;
        this.time = time;
    }

    void started(@Observes StartupEvent started) {
        if (settings.running()) {
            open();
        }
    }

    void stopping(@Observes ShutdownEvent stopping) throws InterruptedException {
        close(PATIENCE_AT_STOP);
    }

    void open() {
        lanes = channels.stream().map(this::lane).toList();
        lanes.forEach(Lane::start);
    }

    /** @param patience what the attempts under way get to end; afterwards they are broken off */
    void close(Duration patience) throws InterruptedException {
        for (Lane lane : lanes) {
            lane.stop(patience);
        }
    }

    private Lane lane(Channel channel) {
        int parallel = channel.medium() == Medium.WEBHOOK ? settings.webhooksParallel() : settings.parallel();
        return new Lane(channel, parallel, settings.poll(), due, delivery, metrics, time);
    }
}
