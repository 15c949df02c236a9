package com.interspace.ticketing.usecase;

import com.interspace.ticketing.correspondence.MailJournal;
import com.interspace.ticketing.correspondence.MailState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much mail waits. */
@ApplicationScoped
public class MailBacklog {

    private final MailJournal journal;
    private final InstantSource time;

    @Inject
    MailBacklog(MailJournal journal, InstantSource time) {
        this.journal = journal;
        this.time = time;
    }

    /** Mails that wait for an agent. */
    @Transactional
    public long quarantined() {
        return journal.waiting(MailState.QUARANTINED);
    }

    /** How long the oldest mail has been waiting to be acted upon. */
    @Transactional
    public Duration lag() {
        Instant now = time.instant();
        return journal.oldestDue().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
    }
}
