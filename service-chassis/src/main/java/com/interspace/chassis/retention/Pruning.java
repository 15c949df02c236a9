package com.interspace.chassis.retention;

import com.interspace.chassis.config.Worker;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Keeps the tables of the plumbing small, a little every half minute. */
@ApplicationScoped
class Pruning {

    private static final Duration REST = Duration.ofSeconds(30);

    private final Worker worker;

    @Inject
    Pruning(@All List<Forgetful> tables, InstantSource time) {
        worker = new Worker("pruning", REST, () -> tables.forEach(table -> table.forgetExpired(time.instant())));
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }
}
