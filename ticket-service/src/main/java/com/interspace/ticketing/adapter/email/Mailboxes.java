package com.interspace.ticketing.adapter.email;

import com.interspace.ticketing.config.MailConfig;
import com.interspace.ticketing.usecase.JournalMail;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The centre's mailboxes, each watched by a thread of its own. */
@ApplicationScoped
class Mailboxes {

    private final List<MailboxWatch> watches;
    private final ScheduledExecutorService alarms = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "mailbox-alarm");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    Mailboxes(MailConfig config, JournalMail journal, MailDesk desk, InstantSource time, MeterRegistry metrics) {
        watches = config.mailboxes().entrySet().stream()
                .filter(mailbox -> config.running() && mailbox.getValue().host().isPresent())
                .map(mailbox -> new MailboxWatch(mailbox.getKey(), config, journal, desk::wake, time, alarms))
                .toList();
        watches.forEach(watch -> metrics.gauge(
                "interspace.mail.silence.seconds", Tags.of("mailbox", watch.name()), watch, each -> each.silence()
                        .toSeconds()));
    }

    void start(@Observes StartupEvent started) {
        watches.forEach(MailboxWatch::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        watches.forEach(MailboxWatch::stop);
        alarms.shutdownNow();
    }

    /** Those that have not been seen for longer than that. */
    List<String> silentFor(Duration limit) {
        return watches.stream()
                .filter(watch -> watch.silence().compareTo(limit) > 0)
                .map(MailboxWatch::name)
                .toList();
    }
}
