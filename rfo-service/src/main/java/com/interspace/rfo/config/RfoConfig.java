package com.interspace.rfo.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Settings of this service. */
@ConfigMapping(prefix = "interspace.rfo")
public interface RfoConfig {

    /** Who issues the documents. */
    OperatorSettings operator();

    /** The calendar for outages that belong to no service known by name. */
    CalendarSettings calendar();

    KeepSettings keep();

    /** How long what the analysis counts is kept. */
    interface KeepSettings {

        /** Tickets as they are counted; longer than the two years that a chronic service is measured by. */
        @WithDefault("P800D")
        Duration incidents();
    }

    interface OperatorSettings {

        /** The operator's name on the title page, and the author of the PDF. */
        @WithDefault("Interspace")
        String name();

        /** Where a reader may ask, printed under the name. */
        @WithDefault("support@interspace.example")
        String contact();

        /** A PNG or JPEG file, printed beside the name; without it the name stands alone. Read at the start. */
        Optional<Path> logo();
    }

    interface CalendarSettings {

        /** IANA zone of the business hours, Monday to Friday from 09:00 to 18:00. */
        @WithDefault("Europe/Sofia")
        ZoneId zone();

        /** ISO 3166 code of the country whose public holidays are no business days. */
        @WithDefault("BG")
        String holidayCountry();
    }
}
