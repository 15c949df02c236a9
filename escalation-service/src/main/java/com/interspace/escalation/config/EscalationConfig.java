package com.interspace.escalation.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of this service. */
@ConfigMapping(prefix = "interspace.escalation")
public interface EscalationConfig {

    /** Shortest time between two requests of customers for the next level of one ticket; the first is granted at once. */
    @WithDefault("PT15M")
    Duration customerRequestsApart();

    /** How long what was told of tickets is kept, to try a draft matrix on; a ticket without its beginning is left out. */
    @WithDefault("P400D")
    Duration keepTicketNews();

    /** Sees whether tickets climb in time. */
    WatchdogSettings watchdog();

    interface WatchdogSettings {

        /** Whether this process looks by itself; off in tests that move the clock. */
        @WithDefault("true")
        boolean running();

        /** Pause between two looks. */
        @WithDefault("PT10S")
        Duration lookEvery();

        /** How late a level may fire before that counts as standing still; with the pause, less than a minute. */
        @WithDefault("PT30S")
        Duration tolerance();
    }

    /** Who issues the documents. */
    OperatorSettings operator();

    interface OperatorSettings {

        /** The operator's name under the title, and the author of the PDF. */
        @WithDefault("Interspace")
        String name();

        /** Where a reader may ask, printed beside the name. */
        @WithDefault("support@interspace.example")
        String contact();
    }
}
