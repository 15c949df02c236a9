package com.interspace.ticketing.adapter.email;

import com.interspace.chassis.config.Worker;
import com.interspace.ticketing.config.MailConfig;
import com.interspace.ticketing.correspondence.ArrivedMail;
import com.interspace.ticketing.usecase.JournalMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Watches one mailbox: takes what is there, tells the mailbox when it is safe, and waits for more. It never trusts the
 * server to say when mail comes: it looks by itself, too, and a connection on which nothing moves is given up. While
 * the server cannot be reached it is called again, after pauses that double.
 */
final class MailboxWatch {

    private static final Logger LOG = Logger.getLogger(MailboxWatch.class);
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);
    private static final int TRIES_TO_FETCH = 3;

    private final String name;
    private final MailConfig.Mailbox mailbox;
    private final MailConfig config;
    private final JournalMail journal;
    private final Runnable arrived;
    private final InstantSource time;
    private final ScheduledExecutorService alarms;
    private final Worker worker;
    private final Semaphore rest = new Semaphore(0);
    private final Map<Long, Integer> failures = new HashMap<>();

    private volatile ImapConnection connection;
    private volatile boolean stopping;
    private volatile Instant lastLook;
    private int refusals;

    /**
     * @param arrived called when mail has been written down
     * @param alarms ends waiting that takes too long
     */
    MailboxWatch(
            String name,
            MailConfig config,
            JournalMail journal,
            Runnable arrived,
            InstantSource time,
            ScheduledExecutorService alarms) {
        this.name = name;
        this.mailbox = config.mailboxes().get(name);
        this.config = config;
        this.journal = journal;
        this.arrived = arrived;
        this.time = time;
        this.alarms = alarms;
        this.lastLook = time.instant();
        this.worker = new Worker("mailbox-" + name, Duration.ZERO, this::watch);
    }

    void start() {
        worker.start();
    }

    void stop() {
        stopping = true;
        rest.release();
        wake();
        worker.stop();
        hangUp();
    }

    String name() {
        return name;
    }

    /** How long ago the mailbox was last seen to the end. */
    Duration silence() {
        return Duration.between(lastLook, time.instant());
    }

    private void watch() {
        try {
            if (connection == null) {
                connection = new ImapConnection(name, mailbox, config.largest(), pause().plus(config.patience()));
                LOG.infof("The mailbox %s is open", name);
            }
            boolean more;
            do {
                // What came while we were busy is not announced again.
                more = takeAll() && !stopping;
            } while (more);
            lastLook = time.instant();
            refusals = 0;
            awaitNews();
        } catch (MessagingException | IOException | RuntimeException broken) {
            hangUp();
            backOff(broken);
        }
    }

    /** Whether there was anything. */
    private boolean takeAll() throws MessagingException, IOException {
        List<Long> untaken = connection.untaken(journal.lastUid(name, connection.uidValidity()));
        for (long uid : untaken) {
            ArrivedMail mail = fetched(uid);
            if (mail != null) {
                journal.take(mail);
                arrived.run();
                connection.taken(uid);
                refusals = 0;
            }
        }
        return !untaken.isEmpty();
    }

    /** A mail that the server fails to hand over must not keep the ones behind it waiting for ever. */
    private ArrivedMail fetched(long uid) throws MessagingException, IOException {
        if (failures.getOrDefault(uid, 0) >= TRIES_TO_FETCH) {
            LOG.errorf(
                    "Mail %d of the mailbox %s cannot be fetched and goes into quarantine without its text", uid, name);
            return connection.unreadable(uid);
        }
        failures.merge(uid, 1, Integer::sum);
        ArrivedMail mail = connection.fetch(uid);
        failures.remove(uid);
        return mail;
    }

    private void awaitNews() throws MessagingException {
        if (stopping) {
            return;
        }
        if (!connection.saysWhenMailComes()) {
            rest(pause());
            return;
        }
        ScheduledFuture<?> alarm = alarms.schedule(this::wake, pause().toMillis(), TimeUnit.MILLISECONDS);
        try {
            connection.awaitNews();
        } finally {
            alarm.cancel(false);
        }
    }

    private Duration pause() {
        return config.poll().compareTo(LONGEST_IDLE) < 0 ? config.poll() : LONGEST_IDLE;
    }

    private void wake() {
        ImapConnection waiting = connection;
        if (waiting != null) {
            try {
                waiting.wake();
            } catch (MessagingException | RuntimeException gone) {
                LOG.debugf("The mailbox %s could not be woken: %s", name, gone);
            }
        }
    }

    private void hangUp() {
        ImapConnection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }

    private void backOff(Exception broken) {
        if (stopping) {
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(refusals++, 16));
        Duration bounded = pause.compareTo(config.longestBackOff()) < 0 ? pause : config.longestBackOff();
        LOG.warnf("The mailbox %s cannot be read and is tried again in %s: %s", name, bounded, broken);
        rest(bounded);
    }

    private void rest(Duration pause) {
        try {
            rest.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
