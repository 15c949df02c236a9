package com.interspace.notification.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\n", "\n", "\r", "\t", "\u0000", "\u001b", "\u0085", "\u2028", "\u202e", "\u2066", "\ud800"})
    void what_could_start_a_new_header_or_turn_the_text_around_becomes_a_space(String hostile) {
        assertThat(PlainText.line("No traffic" + hostile + "Bcc: x", 500)).isEqualTo("No traffic Bcc: x");
    }

    @Test
    void emoji_and_every_script_stay() {
        assertThat(PlainText.line("мрежа \uD83D\uDD25 שלום", 500)).isEqualTo("мрежа \uD83D\uDD25 שלום");
    }

    @Test
    void a_long_line_is_cut_between_characters() {
        assertThat(PlainText.line("\uD83D\uDD25".repeat(10), 5)).isEqualTo("\uD83D\uDD25".repeat(4) + "…");
    }

    @Test
    void a_longer_text_keeps_its_lines() {
        assertThat(PlainText.lines(" one\r\ntwo\rthree\n\n\u202efour\u0007 ", 100))
                .containsExactly("one", "two", "three", "", " four");
        assertThat(PlainText.lines(" \n ", 100)).isEmpty();
        assertThat(PlainText.lines(null, 100)).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_says_that_it_goes_on() {
        assertThat(PlainText.lines("\uD83D\uDD25".repeat(5), 3))
                .containsExactly("\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25…", "(the rest stands at the ticket)");
    }
}
