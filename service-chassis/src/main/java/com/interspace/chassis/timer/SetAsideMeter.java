package com.interspace.chassis.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** How many timers of each kind were set aside, because somebody has to look at them. */
@Singleton
class SetAsideMeter {

    private static final Logger LOG = Logger.getLogger(SetAsideMeter.class);

    private final List<TimerHandler> handlers;
    private final Timers timers;
    private final MeterRegistry metrics;

    @Inject
    SetAsideMeter(@All List<TimerHandler> handlers, Timers timers, MeterRegistry metrics) {
        this.handlers = handlers;
        this.timers = timers;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        for (TimerHandler handler : handlers) {
            String kind = handler.kind();
            Gauge.builder("interspace.timers.set.aside", () -> count(kind))
                    .tag("kind", kind)
                    .description("Timers that failed too often and wait for a person")
                    .register(metrics);
        }
    }

    private double count(String kind) {
        try {
            return timers.setAside(kind);
        } catch (RuntimeException away) {
            LOG.debug("Timers set aside cannot be counted now", away);
            return Double.NaN;
        }
    }
}
