package com.interspace.chassis.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private final Traces anna = Traces.of(
            List.of("Anna  Petrova", "Анна Петрова"), List.of("anna@acme.example"), List.of("+359 2 555 0101"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call Anna Petrova.",
                "ANNA PETROVA",
                "for Anna\nPetrova",
                "{\"text\":\"for Anna\\nPetrova\"}",
                "обадете се на АННА ПЕТРОВА",
                "write to Anna@Acme.example.",
                "<anna@acme.example>",
                "+35925550101",
                "359 (2) 555-01-01"
            })
    void a_person_is_found_however_she_is_written(String text) {
        assertThat(anna.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Joanna Petrova",
                "Anna Petrovas",
                "joanna@acme.example",
                "x.anna@acme.example",
                "anna@acme.example.org",
                "+359 2 555 01012",
                "Anna",
                ""
            })
    void nobody_else_is_taken_for_her(String text) {
        assertThat(anna.areIn(text)).isFalse();
    }

    @Test
    void words_that_could_be_anybodys_are_not_looked_for() {
        assertThat(Traces.of(Arrays.asList("Al", null, " "), Arrays.asList(null, ""), List.of("112"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void signs_in_a_name_mean_themselves() {
        Traces traces = Traces.of(List.of("O'Neil (NOC)"), List.of("a+b@acme.example"), List.of());
        assertThat(traces.areIn("with O'Neil (NOC), please")).isTrue();
        assertThat(traces.areIn("a+b@acme.example")).isTrue();
        assertThat(traces.areIn("aab@acme.example")).isFalse();
    }
}
