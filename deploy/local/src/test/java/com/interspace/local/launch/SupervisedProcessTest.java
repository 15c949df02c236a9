package com.interspace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisedProcessTest {

    private final List<ProcessHandle> started = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CompletableFuture<PlainSentence> gaveUp = new CompletableFuture<>();

    @Test
    void a_killed_child_is_reported_and_started_again() {
        try (SupervisedProcess sleeper = supervised("sleep", "600")) {
            sleeper.start();

            sleeper.kill();

            await().until(() -> started.size() == 2 && sleeper.isAlive());
            assertThat(started.get(0).isAlive()).isFalse();
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("child (pid " + started.get(0).pid() + ") died with exit code 137");
            assertThat(gaveUp).isNotDone();
        }
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_child_is_not_given_up_for_deaths_that_were_ordered() {
        try (SupervisedProcess sleeper = supervised("sleep", "600")) {
            sleeper.start();

            for (int deaths = 1; deaths <= 6; deaths++) {
                int born = deaths;
                await().until(() -> started.size() == born && sleeper.isAlive());
                sleeper.kill();
            }

            await().until(() -> started.size() == 7 && sleeper.isAlive());
            assertThat(gaveUp).isNotDone();
            assertThat(said).hasSize(6).allMatch(line -> line.endsWith("started again in 10 ms"));
        }
    }

    @Test
    void a_child_that_is_restarted_is_asked_to_end_and_comes_back() {
        try (SupervisedProcess sleeper = supervised("sleep", "600")) {
            sleeper.start();

            assertThat(sleeper.restart()).isEqualTo(143);

            await().until(() -> started.size() == 2 && sleeper.isAlive());
        }
    }

    @Test
    void a_child_that_keeps_dying_is_given_up_with_a_sentence() throws Exception {
        try (SupervisedProcess hopeless = supervised("false")) {
            hopeless.start();

            PlainSentence why = gaveUp.get(10, TimeUnit.SECONDS);

            assertThat(why).hasMessageContaining("child (pid ").hasMessageContaining("the 5th time within a minute");
            assertThat(why).hasMessageContaining("see the log");
            assertThat(started).hasSize(5);
            assertThat(said.get(1)).endsWith("started again in 20 ms");
        }
    }

    @Test
    void a_child_that_is_stopped_stays_stopped() {
        SupervisedProcess sleeper = supervised("sleep", "600");
        sleeper.start();

        sleeper.close();

        assertThat(started).hasSize(1).noneMatch(ProcessHandle::isAlive);
        assertThat(said).isEmpty();
    }

    @Test
    void a_program_that_does_not_exist_is_given_up_at_once() {
        try (SupervisedProcess nothing = supervised("/does/not/exist")) {
            nothing.start();

            assertThat(gaveUp)
                    .isCompletedWithValueMatching(why -> why.getMessage().contains("cannot be started"));
        }
    }

    private SupervisedProcess supervised(String... command) {
        SupervisedProcess.Ears ears =
                new SupervisedProcess.Ears(said::add, (name, child) -> started.add(child), gaveUp::complete);
        return new SupervisedProcess("child", new ProcessBuilder(command), "the log", Duration.ofMillis(10), ears);
    }
}
