package com.interspace.chassis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violation;
import com.interspace.chassis.refusal.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and months of a report begin and end where the desk stands. */
class PeriodTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final Violations violations = new Violations();

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
        assertThat(judged(null, " ")).isEqualTo(period("2025-04-01", "2026-03-31"));
        assertThat(judged(null, "2025-12-24")).isEqualTo(period("2025-01-01", "2025-12-24"));
        assertThat(judged("2026-02-03", null)).isEqualTo(period("2026-02-03", "2026-03-31"));
        assertThat(judged("2026-02-03", "2026-02-03")).isEqualTo(period("2026-02-03", "2026-02-03"));
        assertThat(violations.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01, from",
        "2022-01-01, 2025-01-02, from",
        "2026-04-01, , from",
        "1.4.2026, 2026-04-02, from",
        "2026-02-01, 2026-02-30, to",
        "-0044-03-15, 2026-02-01, from"
    })
    void what_is_no_period_is_said_by_its_field(String from, String to, String field) {
        judged(from, to);

        assertThatThrownBy(violations::throwIfAny)
                .isInstanceOfSatisfying(Invalid.class, refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field)
                        .containsExactly(field));
    }

    @Test
    void it_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1), SOFIA))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Period judged(String from, String to) {
        return Period.judged(from, to, LocalDate.of(2026, 3, 2), SOFIA, violations);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), SOFIA);
    }
}
