package com.interspace.notification.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.channel.Attachment;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.fixture.NotificationTest;
import com.interspace.notification.message.Message;
import com.interspace.notification.usecase.DeliverMessage;
import com.interspace.notification.usecase.TakeDueMessages;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane whose rounds are so far apart that only what it asks for by itself leaves within a test. */
@QuarkusTest
class LaneTest extends NotificationTest {

    private static final Duration ROUND = Duration.ofHours(1);
    private static final int TWO_AT_A_TIME = 2;

    private static final String QUEUED =
            """
            insert into message (id, event_id, occasion, ticket_id, account, party, recipient, address, channel, message_id,
                thread, subject, text, html, state, attempts, revision, written_at, changed_at, due_at, leaves_at, queued_at)
            select gen_random_uuid(), 'lane' || :first + i, 'TICKET_OPENED', 'lane', 'A', 'CUSTOMER', 'to' || i, 'a',
                'email', 'lane' || :first + i, 'thread' || :first + i, 's', 't', 'h', 'QUEUED', 0, 1, now(), now(), now(),
                now(), now()
            from generate_series(1, :many) i
            on conflict do nothing""";

    private static final String STATES = "select state from message where ticket_id = 'lane' order by position";

    @Inject
    DeliveryWorkers workers;

    @Inject
    TakeDueMessages due;

    @Inject
    DeliverMessage delivery;

    @Inject
    MeterRegistry metrics;

    @Inject
    InstantSource time;

    @Inject
    EntityManager entities;

    private Lane lane;

    @BeforeEach
    void nobody_else_delivers() throws InterruptedException {
        workers.close(PATIENCE);
    }

    @AfterEach
    void everybody_delivers_again() throws InterruptedException {
        lane.stop(PATIENCE);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from message where ticket_id = 'lane'")
                        .executeUpdate());
        workers.open();
    }

    @Test
    void a_backlog_leaves_without_waiting_for_the_next_round() {
        queue(0, 5);

        lane = opened(() -> {});

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states()).containsExactly("SENT", "SENT", "SENT", "SENT", "SENT"));
    }

    @Test
    void what_becomes_due_after_everything_was_taken_leaves_with_the_next_round() throws InterruptedException {
        queue(0, 1);

        lane = opened(() -> queue(1, 1));
        await().atMost(PATIENCE).until(() -> states().contains("SENT"));
        lane.stop(PATIENCE);

        assertThat(states()).containsExactly("SENT", "QUEUED");
    }

    private Lane opened(Runnable meanwhile) {
        Channel door = new Channel() {
            @Override
            public Medium medium() {
                return Medium.EMAIL;
            }

            @Override
            public void send(Message message, Attachment attachment) {
                meanwhile.run();
            }
        };
        Lane opened = new Lane(door, TWO_AT_A_TIME, ROUND, due, delivery, metrics, time);
        opened.start();
        return opened;
    }

    private void queue(int first, int many) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(QUEUED)
                .setParameter("first", first)
                .setParameter("many", many)
                .executeUpdate());
    }

    @SuppressWarnings("unchecked")
    private List<String> states() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(STATES).getResultList());
    }
}
