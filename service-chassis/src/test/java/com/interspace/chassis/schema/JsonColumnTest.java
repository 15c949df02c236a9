package com.interspace.chassis.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written into a column is read from it again, by an older version too. */
class JsonColumnTest {

    record Shift(String who, Instant since, OffsetDateTime local, Duration length, List<String> calls) {}

    private static final class OfShift extends JsonColumn<Shift> {
        OfShift() {
            super(Shift.class);
        }
    }

    private static final Shift SHIFT = new Shift(
            "Dora",
            Instant.parse("2026-03-02T08:00:00Z"),
            OffsetDateTime.parse("2026-03-02T10:00:00+02:00"),
            Duration.ofHours(8),
            List.of("a \"call\""));

    private final OfShift column = new OfShift();

    @Test
    void a_value_comes_back_as_it_went_with_times_that_people_can_read() {
        String text = column.convertToDatabaseColumn(SHIFT);

        assertThat(text).contains("\"2026-03-02T08:00:00Z\"", "\"PT8H\"");
        assertThat(column.convertToEntityAttribute(text)).isEqualTo(SHIFT);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void a_field_that_a_later_version_has_written_is_passed_over_and_a_time_in_seconds_is_one_too() {
        assertThat(column.convertToEntityAttribute("{\"who\":\"Dora\",\"since\":1772438400.000000000,\"bus\":9}"))
                .isEqualTo(new Shift("Dora", SHIFT.since(), null, null, null));
    }

    @Test
    void what_is_no_json_says_of_what_it_should_have_been() {
        assertThatThrownBy(() -> column.convertToEntityAttribute("{"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Shift");
    }
}
