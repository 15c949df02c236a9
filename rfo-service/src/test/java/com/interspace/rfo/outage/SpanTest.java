package com.interspace.rfo.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spans cover, alone and together, against a count minute by minute. */
class SpanTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant END = EIGHT.plus(Duration.ofMinutes(1_000));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_they_cover_equals_a_count_minute_by_minute(long seed) {
        Random random = new Random(seed);
        List<Span> some = anySpans(random);
        List<Span> others = anySpans(random);

        assertThat(Span.total(some, EIGHT, END)).isEqualTo(minutes(minute -> covers(some, minute)));
        assertThat(Span.common(some, others, EIGHT, END))
                .isEqualTo(minutes(minute -> covers(some, minute) && covers(others, minute)));
    }

    private static List<Span> anySpans(Random random) {
        return IntStream.range(0, 12)
                .mapToObj(i -> {
                    int from = random.nextInt(1_200) - 200;
                    int to = from + 1 + random.nextInt(120);
                    return new Span(at(from), random.nextInt(12) == 0 ? null : at(to));
                })
                .toList();
    }

    private static boolean covers(List<Span> spans, int minute) {
        return spans.stream()
                .anyMatch(span -> !span.from().isAfter(at(minute))
                        && (span.to() == null || span.to().isAfter(at(minute))));
    }

    private static Duration minutes(IntPredicate counted) {
        return Duration.ofMinutes(IntStream.range(0, 1_000).filter(counted).count());
    }

    private static Instant at(int minute) {
        return EIGHT.plus(Duration.ofMinutes(minute));
    }
}
