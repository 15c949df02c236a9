package com.interspace.rfo.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Days and months of a report begin and end where the desk stands. */
class PeriodTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Test
    void its_days_are_those_of_its_zone_and_the_last_one_belongs_to_it() {
        Period march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), SOFIA);

        assertThat(march.start()).isEqualTo(Instant.parse("2026-02-28T22:00:00Z"));
        assertThat(march.end()).isEqualTo(Instant.parse("2026-03-31T21:00:00Z"));
    }

    @Test
    void a_month_that_it_covers_in_part_is_as_long_as_that_part() {
        Period period = new Period(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 2, 3), SOFIA);

        assertThat(period.months())
                .extracting(Period::from)
                .containsExactly(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        assertThat(period.months())
                .extracting(Period::to)
                .containsExactly(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 3));
    }

    @Test
    void without_a_wish_it_is_the_year_up_to_this_month() {
        Period year = Period.yearUpTo(LocalDate.of(2026, 3, 2), SOFIA);

        assertThat(year.from()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(year.to()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void it_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1), SOFIA))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
