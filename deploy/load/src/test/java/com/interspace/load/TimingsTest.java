package com.interspace.load;

import static org.assertj.core.api.Assertions.assertThat;

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
    void what_never_succeeded_has_no_percentiles() {
        assertThat(Timings.of("nothing", new long[0], 3, 10).p99()).isNaN();
    }
}
