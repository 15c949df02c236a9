package com.interspace.escalation.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableHoursTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "24x7 | 2026-03-01T03:00 | true",
                "Mon-Fri 09:00-18:00 | 2026-03-02T09:00 | true",
                "Mon-Fri 09:00-18:00 | 2026-03-02T18:00 | false",
                "Mon-Fri 09:00-18:00 | 2026-03-01T12:00 | false",
                "Mon-Fri 09:00-12:00, Mon-Fri 13:00-18:00 | 2026-03-02T12:30 | false",
                "Mon-Fri 09:00-18:00, Sat 10:00-14:00 | 2026-03-07T11:00 | true",
                "Sat-Mon 08:00-20:00 | 2026-03-01T12:00 | true",
                "Sat-Mon 08:00-20:00 | 2026-03-03T12:00 | false",
                "18:00-08:00 | 2026-03-02T03:00 | true",
                "18:00-08:00 | 2026-03-02T12:00 | false",
                "Fri 22:00-06:00 | 2026-03-07T05:00 | true",
                "Fri 22:00-06:00 | 2026-03-06T05:00 | false",
                "Sun 00:00-24:00 | 2026-03-01T23:59 | true"
            })
    void a_person_can_be_reached_in_his_hours_and_not_outside(String hours, LocalDateTime local, boolean reachable) {
        assertThat(ReachableHours.parse(hours).include(local.atZone(SOFIA).toInstant(), SOFIA))
                .isEqualTo(reachable);
    }

    @Test
    void hours_keep_their_local_time_when_the_clocks_change() {
        ReachableHours hours = ReachableHours.parse("09:00-18:00");

        // on 29 March 2026 Sofia goes from UTC+2 to UTC+3
        assertThat(hours.include(
                        LocalDateTime.parse("2026-03-28T09:00").atZone(SOFIA).toInstant(), SOFIA))
                .isTrue();
        assertThat(hours.include(
                        LocalDateTime.parse("2026-03-29T09:00").atZone(SOFIA).toInstant(), SOFIA))
                .isTrue();
        assertThat(hours.include(
                        LocalDateTime.parse("2026-03-29T08:59").atZone(SOFIA).toInstant(), SOFIA))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office hours",
                "Mon-Fri",
                "9-18",
                "Mon-Fri 09:00-25:00",
                "Mo 09:00-18:00",
                "Mon 24:30-25:00",
                "Mon 09:00-18:00, Mon 12:00-14:00",
                "Mon 09:00-18:00,"
            })
    void hours_that_nobody_could_keep_are_refused(String text) {
        assertThatThrownBy(() -> ReachableHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hours_written_before_they_were_judged_keep_nobody_from_being_told() {
        Person person = new Person("Person", "p@interspace.example", null, "as long as it takes");

        assertThat(person.isReachable(
                        LocalDateTime.parse("2026-03-01T03:00").atZone(SOFIA).toInstant(), SOFIA))
                .isTrue();
    }
}
