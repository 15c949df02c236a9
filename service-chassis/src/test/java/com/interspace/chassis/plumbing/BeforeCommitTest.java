package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.chassis.commit.BeforeCommit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BeforeCommitTest extends PlumbingTest {

    private static final String EFFECT = "insert into effect (thing_id, said) values (?, ?)";

    @Inject
    BeforeCommit beforeCommit;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Test
    void statements_of_one_transaction_are_written_in_the_order_in_which_they_came() {
        List<String> said = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> "word-" + number)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> {
            said.forEach(word -> beforeCommit.write(EFFECT, thing, word));
            beforeCommit.write("update effect set said = ? where thing_id = ? and said = 'word-50'", "the last", thing);
        });
        assertThat(things.effects(thing)).hasSize(50).contains("the last").doesNotContain("word-50");
    }

    @Test
    void nothing_is_written_while_the_transaction_is_at_work() {
        QuarkusTransaction.requiringNew().run(() -> {
            beforeCommit.write(EFFECT, thing, "said");
            assertThat(things.effects(thing)).isEmpty();
        });
        assertThat(things.effects(thing)).containsExactly("said");
    }

    @Test
    void one_that_cannot_be_written_undoes_the_others_and_the_state() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    things.moved(thing, "lifted", 1);
                    beforeCommit.write(EFFECT, thing, "said");
                    beforeCommit.write("insert into nowhere values (?)", thing);
                }))
                .hasStackTraceContaining("nowhere");
        assertThat(things.state(thing)).isNull();
        assertThat(things.effects(thing)).isEmpty();
    }

    @Test
    void what_comes_while_the_transaction_commits_is_not_lost_in_silence() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    beforeCommit.write(EFFECT, thing, "said");
                    registry.registerInterposedSynchronization(
                            atCommit(() -> beforeCommit.write(EFFECT, thing, "late")));
                }))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
        assertThat(things.effects(thing)).isEmpty();
    }

    @Test
    void without_a_transaction_nothing_is_kept() {
        assertThatThrownBy(() -> beforeCommit.write(EFFECT, thing, "said")).isInstanceOf(IllegalStateException.class);
        assertThat(things.effects(thing)).isEmpty();
    }

    private static Synchronization atCommit(Runnable work) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                work.run();
            }

            @Override
            public void afterCompletion(int status) {
                // Of no interest here.
            }
        };
    }
}
