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
