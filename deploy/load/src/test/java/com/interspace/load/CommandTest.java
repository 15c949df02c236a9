package com.interspace.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.local.launch.PlainSentence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void without_arguments_everything_is_measured() {
        Command command = Command.parse(List.of());

        assertThat(Command.PARTS).allMatch(command::wants);
        assertThat(command.time()).isEqualTo(Duration.ofSeconds(60));
        assertThat(command.tickets()).containsExactly(1_000, 100_000);
        assertThat(command.warmUp()).isZero();
        assertThat(command.write()).isFalse();
    }

    @Test
    void the_time_to_warm_up_is_given_in_seconds() {
        assertThat(Command.parse(List.of("intake", "--warm-up", "300")).warmUp())
                .isEqualTo(Duration.ofMinutes(5));
        assertThatThrownBy(() -> Command.parse(List.of("--warm-up", "long")))
                .isInstanceOf(PlainSentence.class)
                .hasMessageContaining("--warm-up needs a whole number");
    }

    @Test
    void growth_alone_ends_at_the_size_that_was_named() {
        Command command = Command.parse(List.of("growth", "--tickets", "20000"));

        assertThat(command.wants("growth")).isTrue();
        assertThat(command.wants("intake")).isFalse();
        assertThat(command.tickets()).containsExactly(1_000, 20_000);
    }

    @Test
    void what_was_typed_can_be_typed_again() {
        assertThat(Command.parse(List.of("intake", "--jvm", "-Xms512m -Xmx512m"))
                        .text())
                .isEqualTo("intake --jvm \"-Xms512m -Xmx512m\"");
    }

    @Test
    void the_footprint_alone_needs_no_system_under_load() {
        assertThat(Command.parse(List.of("footprint")).wantsLoad()).isFalse();
        assertThat(Command.parse(List.of("footprint", "intake")).wantsLoad()).isTrue();
        assertThat(Command.parse(List.of("intake")).wantsLoad()).isTrue();
        assertThat(Command.parse(List.of()).wantsLoad()).isTrue();
    }

    @Test
    void an_unknown_part_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Command.parse(List.of("everything")))
                .isInstanceOf(PlainSentence.class)
                .hasMessageContaining("\"everything\"")
                .hasMessageContaining("intake");
    }
}
