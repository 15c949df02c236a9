package com.interspace.rfo.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a service was down, from what was told of its tickets. */
class DowntimeTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    /** Steps are written {@code minute status impact}; the fault began at minute 0; downtimes are {@code from-to}. */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "10 acknowledged down; 60 resolved down; 90 closed down, 0-60, from the start of the fault to the resolution",
        "10 acknowledged down, 0-, not over",
        "10 acknowledged slow; 20 inProgress down; 60 resolved down, 20-60, got worse",
        "10 acknowledged down; 30 inProgress slow; 60 resolved slow, 0-30, got better",
        "10 acknowledged down; 20 pending down; 30 held down; 60 resolved down, 0-60, waiting does not mend it",
        "10 acknowledged down; 60 resolved down; 90 inProgress down; 120 resolved down, 0-60 90-120, came back",
        "10 acknowledged down; 60 cancelled down, '', no outage after all",
        "10 acknowledged down; 60 rejected down, '', no fault of ours",
        "10 acknowledged down; 60 merged down, 0-60, goes on under another ticket",
        "10 acknowledged slow; 60 resolved slow, '', degradation is not down"
    })
    void downtimes_are_derived_from_all_steps(String steps, String expected, String why) {
        List<Downtime> downtimes = Downtime.of(outage(), steps(steps));

        assertThat(downtimes.stream()
                        .map(downtime -> minute(downtime.from()) + "-" + minute(downtime.to()))
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void clocks_that_disagree_make_no_downtime_that_ends_before_it_begins() {
        assertThat(Downtime.of(
                        outage(), steps("10 acknowledged down; 60 resolved down; 20 inProgress down; 40 closed down")))
                .allSatisfy(downtime -> assertThat(downtime.to()).isAfter(downtime.from()))
                .hasSize(1);
    }

    private static List<ImpactStep> steps(String text) {
        List<ImpactStep> steps = new ArrayList<>();
        Arrays.stream(text.split("; "))
                .map(step -> step.split(" "))
                .forEach(step -> steps.add(new ImpactStep(
                        "e" + steps.size(),
                        "T",
                        steps.size(),
                        EIGHT.plus(Duration.ofMinutes(Long.parseLong(step[0]))),
                        step[1],
                        step[2].equals("down") ? "service-affecting" : "degradation")));
        return steps;
    }

    private static String minute(Instant at) {
        return at == null ? "" : String.valueOf(Duration.between(EIGHT, at).toMinutes());
    }

    private static Outage outage() {
        Instant created = EIGHT.plus(Duration.ofMinutes(10));
        TicketState ticket = new TicketState(
                "ACME",
                "S",
                "resolved",
                "critical",
                "service-affecting",
                "Down",
                "panel",
                null,
                null,
                EIGHT,
                created,
                null,
                null,
                "met",
                "met",
                1);
        return new Outage("T", ticket, 1, created);
    }
}
