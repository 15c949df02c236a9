package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.chassis.refusal.TooLarge;
import com.interspace.chassis.retention.Pruning;
import com.interspace.chassis.trace.TraceParent;
import com.interspace.local.event.Event;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest extends PlumbingTest {

    @Inject
    Pruning pruning;

    @Test
    void an_event_that_no_broker_would_take_is_refused_before_it_stands_in_the_way() {
        assertThatThrownBy(() -> move("x".repeat(900_001), 1)).isInstanceOf(TooLarge.class);
        assertThat(things.state(thing)).isNull();
    }

    @Test
    void a_committed_event_goes_out_once_with_its_envelope() {
        move("lifted", 1);
        relay.publishAll();
        relay.publishAll();
        assertThat(published()).hasSize(1);
        Event event = published().get(0);
        assertThat(event.type()).isEqualTo(MOVED);
        assertThat(event.headers())
                .containsEntry("ce_source", "/chassis-test")
                .containsEntry("ce_subject", thing)
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_specversion", "1.0")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void an_event_goes_on_in_the_trace_of_what_caused_it() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        TraceParent.goOn("00-" + trace + "-b7ad6b7169203331-01", "cause", SpanKind.SERVER, () -> move("lifted", 1));
        relay.publishAll();
        assertThat(published().get(0).headers().get("traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void events_of_one_key_go_out_in_the_order_of_their_transactions() {
        for (int sequence = 1; sequence <= 20; sequence++) {
            move("step-" + sequence, sequence);
        }
        relay.publishAll();
        assertThat(published().stream().map(event -> event.headers().get("ce_sequence")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
    }

    @Test
    void events_of_one_transaction_go_out_in_the_order_in_which_they_were_written() {
        QuarkusTransaction.requiringNew().run(() -> IntStream.rangeClosed(1, 50)
                .mapToObj(sequence -> new OutgoingEvent(TOPIC, thing, MOVED, clock.instant(), sequence, Map.of()))
                .forEach(outbox::append));
        relay.publishAll();
        assertThat(published().stream().map(event -> event.headers().get("ce_sequence")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 50).mapToObj(String::valueOf).toList());
    }

    @Test
    void when_the_outbox_cannot_be_written_the_state_is_not_either() {
        breakTable("outbox", "insert");
        assertThatThrownBy(() -> move("lifted", 1)).hasStackTraceContaining("sabotaged: outbox");
        assertThat(things.state(thing)).isNull();
        assertThat(rows("outbox")).isZero();
    }

    @Test
    void when_the_commit_fails_neither_state_nor_event_remains() {
        things.sabotage("commit");
        assertThatThrownBy(() -> move("lifted", 1)).isInstanceOf(RuntimeException.class);
        relay.publishAll();
        assertThat(things.state(thing)).isNull();
        assertThat(rows("outbox")).isZero();
        assertThat(published()).isEmpty();
    }

    @Test
    void killed_between_send_and_mark_it_sends_the_same_id_again_and_it_is_applied_once() {
        // given: the broker has the event, but the row could not be marked
        move("lifted", 1);
        breakTable("outbox", "update");
        relay.publishAll();
        assertThat(published()).hasSize(1);

        // when: the publisher comes back
        things.repair();
        relay.publishAll();

        // then
        List<Event> twice = published();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).id()).isEqualTo(twice.get(1).id());
        await().until(() -> !things.effects(thing).isEmpty());
        String last = tell("put down", 2);
        await().until(() -> things.effects(thing).contains("put down"));
        assertThat(things.effects(thing)).containsExactly("lifted", "put down");
        assertThat(last).isNotNull();
    }

    @Test
    void a_second_publisher_waits_while_the_first_holds_the_lock() {
        move("lifted", 1);
        relay.publishAll();
        assertThat(things.texts("select pg_try_advisory_lock(hashtext(current_schema()), hashtext('outbox'))"))
                .containsExactly("f");
    }

    @Test
    void sent_rows_are_forgotten_after_a_week_and_unsent_ones_never() {
        move("sent", 1);
        relay.publishAll();
        move("unsent", 2);
        pruning.prune(clock.instant().plus(Duration.ofDays(6)));
        assertThat(rows("outbox")).isEqualTo(2);
        pruning.prune(clock.instant().plus(Duration.ofDays(8)));
        assertThat(rows("outbox")).isEqualTo(1);
    }
}
