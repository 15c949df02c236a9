package com.interspace.ticketing.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Settings of the ticket service. */
@ConfigMapping(prefix = "interspace.ticket")
public interface TicketConfig {

    /** How customers reach the centre; part of the welcome data of every service. */
    Support support();

    interface Support {

        /** The support mailbox. */
        @WithDefault("support@interspace.example")
        String email();

        /** The phones that are answered day and night. */
        @WithDefault("+359 2 555 0100")
        List<String> phones();
    }
}
