package com.interspace.ticketing.adapter.tmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClientShareTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:15:00Z"));
    private final ClientShare share = new ClientShare(60, now::get);

    @Test
    void a_minutes_requests_may_come_at_once_and_then_one_a_second() {
        for (int i = 0; i < 60; i++) {
            share.take("partner");
        }
        assertThatThrownBy(() -> share.take("partner"))
                .isInstanceOfSatisfying(TooManyRequests.class, refusal -> assertThat(refusal.headers())
                        .containsEntry("Retry-After", "1"));
        now.updateAndGet(instant -> instant.plusSeconds(1));
        share.take("partner");
        assertThatThrownBy(() -> share.take("partner")).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void one_client_does_not_use_up_anothers_share() {
        for (int i = 0; i < 60; i++) {
            share.take("greedy");
        }
        assertThatCode(() -> share.take("modest")).doesNotThrowAnyException();
    }
}
