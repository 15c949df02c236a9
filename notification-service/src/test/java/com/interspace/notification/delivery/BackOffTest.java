package com.interspace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void the_first_attempts_follow_soon_and_the_later_ones_hourly() {
        assertThat(BackOff.after(1)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(IntStream.range(1, 50).mapToObj(BackOff::after)).isSorted();
        assertThat(BackOff.after(1000)).isEqualTo(Duration.ofHours(1));
    }
}
