package com.interspace.rfo.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test that decides whether a service is a chronic one. */
class FaultRateTest {

    /** Binomial tails, worked out with exact fractions. */
    @ParameterizedTest
    @CsvSource({
        "3, 30, 0, 730, 6.150678e-5",
        "3, 30, 1, 730, 2.387434e-4",
        "2, 10, 2, 10, 0.6875",
        "1, 30, 0, 30, 0.5",
        "0, 30, 5, 300, 1",
        "4, 50, 0, 50, 0.0625"
    })
    void the_chance_is_the_exact_tail_of_the_binomial(long n, double w, long k, double h, double chance) {
        assertThat(new FaultRate(n, w, k, h).chance()).isCloseTo(chance, within(chance * 1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        // a new service that should be quiet: three tickets are enough, two never are
        "3, 0, 730, true",
        "2, 0, 730, false",
        // one ticket a year: three in a month may happen, four do not
        "3, 2, 730, false",
        "4, 2, 730, true",
        // two a month, every month: ten are a bad month among many looks, fifteen are a chronic service
        "6, 48, 730, false",
        "10, 48, 730, false",
        "15, 48, 730, true",
        // nothing is known: nothing is said
        "9, 0, 0, false"
    })
    void history_decides_how_many_tickets_are_too_many(long n, long k, double h, boolean chronic) {
        assertThat(new FaultRate(n, 30, k, h).hasRisen()).isEqualTo(chronic);
    }

    @Test
    void ten_thousand_tickets_are_still_a_number() {
        assertThat(new FaultRate(10_000, 30, 100_000, 730).chance()).isBetween(0.0, 1e-9);
        assertThat(new FaultRate(4_000, 30, 100_000, 730).chance()).isBetween(0.0, 1.0);
    }

    @Test
    void a_finding_explains_itself_in_a_sentence() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            String sentence =
                    Wording.chronic(new Subject(SubjectKind.SERVICE, "IS-DIA-0007"), new FaultRate(15, 30, 48, 730));

            assertThat(sentence)
                    .startsWith("Service IS-DIA-0007 had 15 tickets in 30 days; its history of 730 days (48 tickets) "
                            + "explains 2.0, and so many without a change come by chance once in ")
                    .matches(".* once in [0-9,]+ times\\.");
        } finally {
            Locale.setDefault(before);
        }
    }
}
