package com.interspace.chassis.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Violations violations = new Violations();
        violations.required("name", " ");
        violations.oneOf("colour", "blue", Colour.class);
        violations.instant("at", "noon");
        violations.atMost("text", "abc", 2);
        assertThatThrownBy(violations::throwIfAny)
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.violations())
                        .containsExactly(
                                new Violation("name", "is required"),
                                new Violation("colour", "must be one of RED, GREEN"),
                                new Violation("at", "must be an ISO-8601 instant such as 2026-03-01T08:15:00Z"),
                                new Violation("text", "must have at most 2 characters")));
    }

    @Test
    void what_is_right_or_absent_is_no_violation() {
        Violations violations = new Violations();
        assertThat(violations.required("name", "Anna")).isEqualTo("Anna");
        assertThat(violations.oneOf("colour", "RED", Colour.class)).isEqualTo(Colour.RED);
        assertThat(violations.oneOf("colour", null, Colour.class)).isNull();
        assertThat(violations.instant("at", "2026-03-01T10:15:00+02:00"))
                .isEqualTo(Instant.parse("2026-03-01T08:15:00Z"));
        assertThat(violations.instant("at", null)).isNull();
        assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void an_instant_out_of_reason_is_refused() {
        Violations violations = new Violations();
        assertThat(violations.instant("at", "+999999999-12-31T23:59:59Z")).isNull();
        assertThat(violations.list()).hasSize(1);
    }
}
