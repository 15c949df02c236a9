package com.interspace.ticketing.adapter.email;

import com.interspace.chassis.config.Worker;
import com.interspace.chassis.trace.TraceParent;
import com.interspace.ticketing.config.MailConfig;
import com.interspace.ticketing.correspondence.MailState;
import com.interspace.ticketing.usecase.HandleMail;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Acts upon every mail in the journal, one after the other; one that fails holds nobody up. */
@ApplicationScoped
class MailDesk {

    private static final Logger LOG = Logger.getLogger(MailDesk.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final HandleMail handle;
    private final MailConfig config;
    private final MeterRegistry metrics;
    private final Worker worker = new Worker("mail-desk", REST, this::handleAll);

    @Inject
    MailDesk(HandleMail handle, MailConfig config, MeterRegistry metrics) {
        this.handle = handle;
        this.config = config;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        if (config.running()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void wake() {
        worker.wake();
    }

    private void handleAll() {
        for (OptionalLong next = handle.next(); next.isPresent(); next = handle.next()) {
            long id = next.getAsLong();
            TraceParent.begin("act upon mail", () -> handle(id));
        }
    }

    private void handle(long id) {
        try {
            Optional<MailState> became = handle.handle(id);
            became.ifPresent(state -> count(state.toString()));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Mail %d could not be acted upon", id);
            count("failed");
            handle.failed(id, rootOf(failed).toString());
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private void count(String outcome) {
        metrics.counter("interspace.mail", "outcome", outcome).increment();
    }
}
