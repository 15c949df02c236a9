package com.interspace.ticketing.adapter.email;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.ticketing.config.MailConfig;
import com.interspace.ticketing.usecase.MailBacklog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Keeps the journal in view and small. */
@ApplicationScoped
class JournalCare implements Forgetful {

    private static final int A_FEW = 200;

    private final MailBacklog backlog;
    private final MailConfig config;

    @Inject
    JournalCare(MailBacklog backlog, MailConfig config) {
        this.backlog = backlog;
        this.config = config;
    }

    void start(@Observes StartupEvent started, MeterRegistry metrics) {
        metrics.gauge("interspace.mail.quarantined", backlog, MailBacklog::quarantined);
        metrics.gauge("interspace.mail.lag.seconds", backlog, each -> each.lag().toSeconds());
    }

    /** Mail that still waits for anybody stays. */
    @Override
    public Retention retention() {
        return Retention.of("mail", "journaled_at", config.keep())
                .only("state not in ('JOURNALED', 'QUARANTINED')")
                .inBatchesOf(A_FEW);
    }
}
