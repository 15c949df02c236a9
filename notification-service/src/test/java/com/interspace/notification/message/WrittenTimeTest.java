package com.interspace.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WrittenTimeTest {

    @Test
    void a_time_is_written_in_utc_and_in_the_zone_of_the_service() {
        assertThat(written("2026-03-02T08:15:00Z", "Europe/Sofia"))
                .isEqualTo("Mon 2 Mar 2026 08:15 UTC (10:15 Europe/Sofia)");
    }

    @Test
    void summer_time_counts() {
        assertThat(written("2026-07-02T08:15:00Z", "Europe/Sofia")).endsWith("(11:15 Europe/Sofia)");
    }

    @Test
    void another_day_there_is_named() {
        assertThat(written("2026-03-02T23:15:00Z", "Europe/Sofia"))
                .isEqualTo("Mon 2 Mar 2026 23:15 UTC (Tue 3 Mar 2026 01:15 Europe/Sofia)");
    }

    @Test
    void utc_is_not_said_twice() {
        assertThat(written("2026-03-02T08:15:00Z", "UTC")).isEqualTo("Mon 2 Mar 2026 08:15 UTC");
        assertThat(written("2026-03-02T08:15:00Z", "Z")).isEqualTo("Mon 2 Mar 2026 08:15 UTC");
    }

    private static String written(String instant, String zone) {
        return WrittenTime.of(Instant.parse(instant), ZoneId.of(zone));
    }
}
