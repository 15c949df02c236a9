package com.interspace.escalation.adapter.metrics;

import com.interspace.escalation.climb.ClimbAlarms;
import com.interspace.escalation.climb.Step;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Alarms as a meter to be watched, and a line in the log that names the ticket. */
@ApplicationScoped
class AlarmMeters implements ClimbAlarms {

    private static final Logger LOG = Logger.getLogger(AlarmMeters.class);

    private final MeterRegistry metrics;

    @Inject
    AlarmMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void nobodyReachable(Step skipped) {
        metrics.counter("interspace.escalation.nobody.reachable", "level", Integer.toString(skipped.to()))
                .increment();
        LOG.warnf("Nobody could be reached on level %d for ticket %s", skipped.to(), skipped.ticketId());
    }
}
