package com.interspace.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoryTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void the_steps_are_played_in_order_and_the_end_follows() {
        Story story = new Story(
                List.of(step("Anna calls", () -> told.add("hello")), step("Anna hangs up", () -> {})),
                () -> told.add("the end"),
                told::add);

        story.play();

        assertThat(told).containsExactly("\n 1  Anna calls", "hello", "\n 2  Anna hangs up", "the end");
    }

    @Test
    void the_first_step_that_fails_is_named_and_the_rest_is_not_played() {
        Story story = new Story(
                List.of(
                        step("Anna calls", () -> Stage.require(false, "Nobody answered.")),
                        step("Anna hangs up", () -> told.add("never"))),
                () -> told.add("the end"),
                told::add);

        assertThatThrownBy(story::play)
                .isInstanceOf(StoryFailed.class)
                .hasMessage("Step 1 failed: Anna calls. Nobody answered.");
        assertThat(told).contains("the end").doesNotContain("never");
    }

    @Test
    void an_end_that_fails_does_not_hide_why_the_story_failed() {
        Story story = new Story(
                List.of(step("Anna calls", () -> Stage.require(false, "Nobody answered."))),
                () -> {
                    throw new IllegalStateException("no end");
                },
                told::add);

        assertThatThrownBy(story::play).hasMessageContaining("Nobody answered.");
    }

    @Test
    void what_is_waited_for_is_looked_at_until_it_is_there() {
        AtomicInteger looks = new AtomicInteger();

        String seen = new Waiting(Duration.ofSeconds(10))
                .until("three looks", () -> looks.incrementAndGet() < 3 ? Seen.notYet("few") : Seen.now("there"));

        assertThat(seen).isEqualTo("there");
        assertThat(looks).hasValue(3);
    }

    @Test
    void waiting_ends_and_says_what_was_there_instead() {
        assertThatThrownBy(() -> new Waiting(Duration.ZERO).until("a mail", () -> Seen.notYet("an empty mailbox")))
                .isInstanceOf(StoryFailed.class)
                .hasMessage("Waited 0 s for a mail. Seen instead: an empty mailbox");
    }

    private static Step step(String sentence, Runnable happening) {
        return new Step(sentence, happening);
    }
}
