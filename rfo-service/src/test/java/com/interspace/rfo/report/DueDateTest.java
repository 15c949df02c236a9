package com.interspace.rfo.report;

import static com.interspace.rfo.report.OutageFixture.ANNA;
import static com.interspace.rfo.report.OutageFixture.anOutageThatIsOver;
import static com.interspace.rfo.report.OutageFixture.requestedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.time.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due at closing time (18:00) of the fifth business day after the request, in the service's own calendar. */
class DueDateTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-02-09T08:00:00Z, 2026-02-16T16:00:00Z, an ordinary Monday morning",
        "2026-02-09T21:59:00Z, 2026-02-17T16:00:00Z, Monday 23:59 counts as Tuesday morning",
        "2026-02-07T10:00:00Z, 2026-02-16T16:00:00Z, a Saturday counts as Monday morning",
        "2026-03-02T12:00:00Z, 2026-03-10T16:00:00Z, the Tuesday after it is Liberation Day",
        "2026-03-03T12:00:00Z, 2026-03-11T16:00:00Z, on Liberation Day itself",
        "2026-03-27T12:00:00Z, 2026-04-03T15:00:00Z, the clocks go forward in between",
        "2026-10-22T12:00:00Z, 2026-10-29T16:00:00Z, the clocks go back in between"
    })
    void it_is_due_after_five_business_days(Instant request, Instant due, String why) {
        assertThat(requestedAt(request).due()).isEqualTo(due);
    }

    @Test
    void the_warning_comes_after_three_business_days_at_the_same_hour() {
        assertThat(requestedAt(Instant.parse("2026-03-02T12:00:00Z")).warnAt()).isEqualTo("2026-03-06T12:00:00Z");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-03-27T12:00:00Z, 2026-04-01T11:00:00Z, the same local hour after the clocks went forward",
        "2026-10-22T12:00:00Z, 2026-10-27T13:00:00Z, and after they went back",
        "2026-03-02T21:59:00Z, 2026-03-09T07:00:00Z, asked at 23:59: from the opening on Wednesday after the holiday",
        "2026-02-07T10:00:00Z, 2026-02-12T07:00:00Z, asked on a Saturday: from the opening on Monday"
    })
    void the_warning_keeps_to_the_clock_on_the_wall(Instant request, Instant warning, String why) {
        assertThat(requestedAt(request).warnAt()).isEqualTo(warning);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "America/New_York, 2026-07-10T22:00:00Z, the holiday moved to Friday 3 July",
        "Asia/Tokyo, 2026-07-09T09:00:00Z, no holiday that week"
    })
    void one_request_is_due_elsewhere_at_the_closing_time_there(String zone, Instant due, String why) {
        BusinessCalendar there = BusinessCalendar.standard(ZoneId.of(zone), zone.startsWith("America") ? "US" : "JP");
        Rfo rfo = Rfo.requested(
                "RFO-2026-000001", anOutageThatIsOver(), there, ANNA, null, Instant.parse("2026-07-02T08:00:00Z"));

        assertThat(rfo.due()).isEqualTo(due);
    }

    @Test
    void the_zone_and_holidays_are_those_of_the_service() {
        BusinessCalendar berlin = BusinessCalendar.standard(ZoneId.of("Europe/Berlin"), "DE");
        Rfo rfo = Rfo.requested(
                "RFO-2026-000001", anOutageThatIsOver(), berlin, ANNA, null, Instant.parse("2026-03-02T12:00:00Z"));

        assertThat(rfo.due()).isEqualTo("2026-03-09T17:00:00Z");
        assertThat(rfo.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
