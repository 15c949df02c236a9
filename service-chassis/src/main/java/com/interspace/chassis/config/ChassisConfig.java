package com.interspace.chassis.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the plumbing, the same in every service. */
@ConfigMapping(prefix = "interspace")
public interface ChassisConfig {

    /** The address that customers see; the start of every link in mails and documents. No trailing slash. */
    String publicUrl();

    /** How far this process's clock is put off the machine's: for fault tests; production refuses anything but zero. */
    @WithDefault("PT0S")
    Duration clockOffset();

    OutboxSettings outbox();

    InboxSettings inbox();

    TimerSettings timer();

    IdempotencySettings idempotency();

    interface OutboxSettings {

        /** Whether this process publishes at all; off in tests that publish by hand. */
        @WithDefault("true")
        boolean running();

        /** How long the publisher rests when nothing wakes it. */
        @WithDefault("PT0.5S")
        Duration poll();

        /**
         * How long the publisher waits after it has published when several more have come meanwhile, for others to come
         * together: an event that comes alone goes out at once, and many cost little each.
         */
        @WithDefault("PT0.005S")
        Duration linger();

        /** Rows that are sent and acknowledged together. */
        @WithDefault("500")
        int batch();

        /** How long sent rows are kept. */
        @WithDefault("P7D")
        Duration keep();
    }

    interface InboxSettings {

        /** Times that an event is tried before it is parked. */
        @WithDefault("3")
        int attempts();

        /** Pause before the second try; doubles with each further one, up to five seconds. */
        @WithDefault("PT0.2S")
        Duration pause();

        /** How long ids of applied events are kept; longer than the topics keep the events themselves. */
        @WithDefault("P420D")
        Duration keep();

        /** Liveness fails when a consumer with a backlog has not moved for this long. */
        @WithDefault("PT5M")
        Duration stalledAfter();
    }

    interface TimerSettings {

        /** Whether this process fires timers by itself; off in tests that move the clock. */
        @WithDefault("true")
        boolean running();

        /** Pause between two looks at what is due. */
        @WithDefault("PT0.25S")
        Duration poll();

        /** Rows claimed in one transaction. */
        @WithDefault("100")
        int batch();

        /** Furthest that this process's clock may be from the database's before it stops claiming. */
        @WithDefault("PT2S")
        Duration maxSkew();

        /**
         * Longest time after a start that timers wait until the events that came meanwhile have been read; for services
         * whose timers act on what others tell. Zero: they do not wait.
         */
        @WithDefault("PT0S")
        Duration waitForEvents();

        /** Failures of one timer before it is set aside for a person to look at. */
        @WithDefault("5")
        int attempts();
    }

    interface IdempotencySettings {

        /** How long an answer is kept for a repeated request. */
        @WithDefault("PT24H")
        Duration keep();
    }
}
