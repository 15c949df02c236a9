package com.interspace.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void percentiles_are_those_of_the_nearest_rank() {
        long[] aHundredMillis =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

        Timings timings = Timings.of("work", aHundredMillis, 25, 10);

        assertThat(timings).isEqualTo(new Timings("work", 125, 25, 10, 50, 95, 99, 100));
    }

    @Test
    void a_round_that_was_disturbed_does_not_stand_for_all() {
        List<Timings> rounds = List.of(round("usual", 4), round("disturbed", 40), round("good", 3));

        assertThat(Timings.middle(rounds, Timings::p99).what()).isEqualTo("usual");
    }

    @Test
    void a_turn_that_was_disturbed_counts_with_all_others() {
        long[] usual = LongStream.generate(() -> 1_000_000).limit(98).toArray();
        long[] disturbed = {40_000_000, 30_000_000};

        Timings timings = Timings.together("work", List.of(usual, disturbed), 0, 10);

        assertThat(timings).isEqualTo(new Timings("work", 100, 0, 10, 1, 1, 30, 40));
    }

    @Test
    void what_never_succeeded_has_no_percentiles() {
        assertThat(Timings.of("nothing", new long[0], 3, 10).p99()).isNaN();
    }

    private static Timings round(String what, double p99) {
        return new Timings(what, 100, 0, 10, 1, 2, p99, 50);
    }
}
