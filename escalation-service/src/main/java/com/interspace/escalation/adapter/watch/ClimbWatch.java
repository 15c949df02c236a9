package com.interspace.escalation.adapter.watch;

import com.interspace.chassis.config.Worker;
import com.interspace.escalation.config.EscalationConfig;
import com.interspace.escalation.usecase.WatchClimbing;
import com.interspace.escalation.watch.Watchdog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Looks again and again, in a thread of its own so that nothing that stands still can hold it; and a meter of it. */
@Singleton
class ClimbWatch {

    private final boolean running;
    private final Worker worker;

    @Inject
    ClimbWatch(
            WatchClimbing watch,
            Watchdog watchdog,
            EscalationConfig config,
            MeterRegistry metrics,
            InstantSource time) {
        this.running = config.watchdog().running();
        this.worker = new Worker("climb-watch", config.watchdog().lookEvery(), watch::look);
        TimeGauge.builder(
                        "interspace.escalation.stalled",
                        () -> watchdog.standingStillAt(time.instant()).toMillis(),
                        TimeUnit.MILLISECONDS)
                .description("For how long escalation has stood still")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        if (running) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }
}
