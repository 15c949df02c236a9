package com.interspace.ticketing.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the ticket service. */
@ConfigMapping(prefix = "interspace.ticket")
public interface TicketConfig {

    /** How customers reach the centre; part of the welcome data of every service. */
    Support support();

    AttachmentSettings attachments();

    PartnerSettings partner();

    EventSettings events();

    interface Support {

        /** The support mailbox. */
        @WithDefault("support@interspace.example")
        String email();

        /** The phones that are answered day and night. */
        @WithDefault("+359 2 555 0100")
        List<String> phones();
    }

    interface AttachmentSettings {

        /**
         * The clamd that looks at every file before it may be downloaded, as {@code host:port}. Without one, files
         * are available at once; with one that is away, they wait.
         */
        Optional<String> scanner();
    }

    interface PartnerSettings {

        /** TMF621 requests that one client may make in a minute, on each instance of this service. */
        @WithDefault("600")
        int requestsPerMinute();
    }

    interface EventSettings {

        /** How often an open event stream shows that it is alive. */
        @WithDefault("PT15S")
        Duration heartbeat();

        /** After that a stream ends, and its client comes again with a token that is valid then. */
        @WithDefault("PT1H")
        Duration longest();
    }
}
