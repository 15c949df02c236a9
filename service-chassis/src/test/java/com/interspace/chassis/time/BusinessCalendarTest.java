package com.interspace.chassis.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The traps of business time, by example. October 2026: the 23rd is a Friday, clocks in Sofia go back on the 25th. */
class BusinessCalendarTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final OpenInterval MORNING = OpenInterval.of("09:00", "12:30");
    private static final OpenInterval AFTERNOON = OpenInterval.of("13:30", "18:00");

    private final BusinessCalendar office = BusinessCalendar.standard(SOFIA, "BG");
    private final BusinessCalendar officeWithLunch = office.withHours(MONDAY, AFTERNOON, MORNING);
    private final BusinessCalendar nightShift =
            BusinessCalendar.standard(SOFIA, null).withHours(SUNDAY, OpenInterval.of("01:00", "05:00"));

    @Test
    void the_standard_desk_opens_at_nine_and_is_closed_from_six_on() {
        assertThat(office.isOpen(sofia("2026-10-22T08:59:59"))).isFalse();
        assertThat(office.isOpen(sofia("2026-10-22T09:00:00"))).isTrue();
        assertThat(office.isOpen(sofia("2026-10-22T17:59:59"))).isTrue();
        assertThat(office.isOpen(sofia("2026-10-22T18:00:00"))).isFalse();
    }

    @Test
    void a_request_at_23_59_counts_from_the_next_opening() {
        assertThat(office.plusBusinessDays(sofia("2026-10-20T23:59"), 1)).isEqualTo(sofia("2026-10-22T09:00"));
        assertThat(office.plus(sofia("2026-10-20T23:59"), Duration.ofHours(1))).isEqualTo(sofia("2026-10-21T10:00"));
    }

    @Test
    void an_rfo_asked_for_at_23_59_is_due_at_closing_of_the_fifth_business_day_after_the_next_one() {
        assertThat(office.closingAfterBusinessDays(sofia("2026-10-20T23:59"), 5))
                .isEqualTo(sofia("2026-10-28T18:00"));
    }

    @Test
    void an_rfo_asked_for_during_the_day_is_due_at_closing_of_the_fifth_business_day() {
        assertThat(office.closingAfterBusinessDays(sofia("2026-10-20T10:15"), 5))
                .isEqualTo(sofia("2026-10-27T18:00"));
    }

    @Test
    void the_moment_of_closing_belongs_to_the_next_business_day() {
        assertThat(office.plusBusinessDays(sofia("2026-10-20T18:00"), 1)).isEqualTo(sofia("2026-10-22T09:00"));
    }

    @Test
    void business_days_keep_their_local_time_when_the_clocks_go_back() {
        Instant friday = Instant.parse("2026-10-23T08:00:00Z");

        Instant monday = office.plusBusinessDays(friday, 1);

        assertThat(monday).isEqualTo(Instant.parse("2026-10-26T09:00:00Z")).isEqualTo(sofia("2026-10-26T11:00"));
    }

    @Test
    void business_days_keep_their_local_time_when_the_clocks_go_forward() {
        Instant friday = Instant.parse("2026-03-27T09:00:00Z");

        Instant monday = office.plusBusinessDays(friday, 1);

        assertThat(monday).isEqualTo(Instant.parse("2026-03-30T08:00:00Z")).isEqualTo(sofia("2026-03-30T11:00"));
    }

    @Test
    void a_weekend_with_a_change_of_the_clocks_adds_no_business_time() {
        assertThat(office.between(sofia("2026-10-23T17:00"), sofia("2026-10-26T10:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_shift_across_the_repeated_hour_lasts_an_hour_longer() {
        assertThat(nightShift.between(sofia("2026-10-25T00:00"), sofia("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void a_shift_across_the_skipped_hour_lasts_an_hour_less() {
        assertThat(nightShift.between(sofia("2026-03-29T00:00"), sofia("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void a_shift_that_begins_in_the_skipped_hour_begins_at_its_end() {
        BusinessCalendar early = office.withHours(SUNDAY, OpenInterval.of("03:30", "05:00"));

        assertThat(early.nextOpening(sofia("2026-03-28T12:00"))).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(early.between(sofia("2026-03-29T00:00"), sofia("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_shift_inside_the_skipped_hour_does_not_take_place() {
        BusinessCalendar skipped = office.withHours(SUNDAY, OpenInterval.of("03:15", "03:45"));

        assertThat(skipped.between(sofia("2026-03-29T00:00"), sofia("2026-03-29T12:00")))
                .isZero();
        assertThat(skipped.plusBusinessDays(sofia("2026-03-27T10:00"), 1)).isEqualTo(sofia("2026-03-30T10:00"));
    }

    @Test
    void a_business_day_later_in_the_skipped_hour_is_the_moment_of_the_skip() {
        BusinessCalendar nights =
                office.withHours(SATURDAY, OpenInterval.WHOLE_DAY).withHours(SUNDAY, OpenInterval.of("00:00", "08:00"));

        assertThat(nights.plusBusinessDays(sofia("2026-03-28T03:30"), 1))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void a_shift_inside_the_repeated_hour_takes_place_once() {
        BusinessCalendar once = office.withHours(SUNDAY, OpenInterval.of("03:15", "03:45"));

        assertThat(once.between(sofia("2026-10-25T00:00"), sofia("2026-10-25T12:00")))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(once.isOpen(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(once.isOpen(Instant.parse("2026-10-25T01:30:00Z"))).isFalse();
    }

    @Test
    void clocks_put_back_across_midnight_do_not_close_a_desk_that_has_just_opened() {
        OpenInterval night = OpenInterval.of("00:00", "08:00");
        BusinessCalendar nights = calendarOf(ST_JOHNS).withHours(SUNDAY, night).withHours(MONDAY, night);
        Instant secondTime2330OnSaturday = Instant.parse("2010-11-07T03:00:00Z");

        assertThat(secondTime2330OnSaturday.atZone(ST_JOHNS).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2010-11-06T23:30"));
        assertThat(nights.isOpen(secondTime2330OnSaturday)).isTrue();
        assertThat(nights.plusBusinessDays(secondTime2330OnSaturday, 1)).isEqualTo(local("2010-11-08T00:00", ST_JOHNS));
    }

    @Test
    void a_day_that_a_country_skips_is_no_business_day() {
        BusinessCalendar samoa = BusinessCalendar.standard(APIA, null);

        assertThat(samoa.plusBusinessDays(local("2011-12-29T10:00", APIA), 1))
                .isEqualTo(local("2012-01-02T10:00", APIA));
    }

    @Test
    void the_bulgarian_easter_is_closed_from_good_friday_to_monday() {
        assertThat(office.plusBusinessDays(sofia("2026-04-09T10:00"), 1)).isEqualTo(sofia("2026-04-14T10:00"));
    }

    @Test
    void a_bulgarian_holiday_on_a_sunday_closes_the_monday_after_it() {
        assertThat(office.isOpen(sofia("2026-05-25T10:00"))).isFalse();
        assertThat(office.isOpen(sofia("2026-05-26T10:00"))).isTrue();
    }

    @Test
    void a_bulgarian_christmas_runs_into_the_new_year() {
        assertThat(office.nextOpening(sofia("2026-12-23T18:00"))).isEqualTo(sofia("2026-12-29T09:00"));
        assertThat(office.closingAfterBusinessDays(sofia("2026-12-23T17:00"), 5))
                .isEqualTo(sofia("2027-01-05T18:00"));
    }

    @Test
    void a_school_holiday_is_a_business_day() {
        assertThat(office.isOpen(sofia("2027-11-01T10:00"))).isTrue();
    }

    @Test
    void without_a_country_there_are_no_holidays() {
        assertThat(BusinessCalendar.standard(SOFIA, null).isOpen(sofia("2026-12-25T10:00")))
                .isTrue();
    }

    @Test
    void a_new_year_observed_in_december_closes_december() {
        ZoneId newYork = ZoneId.of("America/New_York");

        assertThat(BusinessCalendar.standard(newYork, "US").isOpen(local("2021-12-31T10:00", newYork)))
                .isFalse();
    }

    @Test
    void the_lunch_break_is_closed_and_not_counted() {
        assertThat(officeWithLunch.isOpen(sofia("2026-10-26T12:59"))).isFalse();
        assertThat(officeWithLunch.nextOpening(sofia("2026-10-26T12:30"))).isEqualTo(sofia("2026-10-26T13:30"));
        assertThat(officeWithLunch.plus(sofia("2026-10-26T12:00"), Duration.ofHours(1)))
                .isEqualTo(sofia("2026-10-26T14:00"));
        assertThat(officeWithLunch.between(sofia("2026-10-26T09:00"), sofia("2026-10-26T18:00")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_target_that_ends_with_the_morning_is_due_before_lunch() {
        assertThat(officeWithLunch.plus(sofia("2026-10-26T11:30"), Duration.ofHours(1)))
                .isEqualTo(sofia("2026-10-26T12:30"));
    }

    @Test
    void business_days_that_end_in_a_lunch_break_end_after_it() {
        assertThat(officeWithLunch.plusBusinessDays(sofia("2026-10-23T13:00"), 1))
                .isEqualTo(sofia("2026-10-26T13:30"));
    }

    @Test
    void a_lunch_break_in_which_a_request_arrives_ends_it_before_the_days_are_counted() {
        assertThat(officeWithLunch.plusBusinessDays(sofia("2026-10-26T12:45"), 1))
                .isEqualTo(sofia("2026-10-27T13:30"));
    }

    @Test
    void an_extra_open_saturday_is_a_business_day_with_its_own_hours() {
        BusinessCalendar withSaturday =
                office.withOpenDay(LocalDate.parse("2026-10-24"), OpenInterval.of("10:00", "14:00"));

        assertThat(withSaturday.plusBusinessDays(sofia("2026-10-23T11:00"), 1)).isEqualTo(sofia("2026-10-24T11:00"));
        assertThat(withSaturday.plusBusinessDays(sofia("2026-10-23T09:30"), 1)).isEqualTo(sofia("2026-10-24T10:00"));
        assertThat(withSaturday.plusBusinessDays(sofia("2026-10-23T17:00"), 1)).isEqualTo(sofia("2026-10-24T14:00"));
        assertThat(withSaturday.plusBusinessDays(sofia("2026-10-23T17:00"), 2)).isEqualTo(sofia("2026-10-26T17:00"));
        assertThat(withSaturday.closingAfterBusinessDays(sofia("2026-10-23T17:00"), 1))
                .isEqualTo(sofia("2026-10-24T14:00"));
    }

    @Test
    void an_extra_open_day_opens_a_holiday() {
        BusinessCalendar withChristmas =
                office.withOpenDay(LocalDate.parse("2026-12-25"), OpenInterval.of("09:00", "12:00"));

        assertThat(withChristmas.isOpen(sofia("2026-12-25T11:00"))).isTrue();
    }

    @Test
    void an_extra_closed_day_is_no_business_day() {
        BusinessCalendar withoutThursday = office.withClosedDays(LocalDate.parse("2026-10-22"));

        assertThat(withoutThursday.plusBusinessDays(sofia("2026-10-21T10:00"), 1))
                .isEqualTo(sofia("2026-10-23T10:00"));
    }

    @Test
    void a_substitute_day_that_only_the_state_decides_is_named_as_a_closed_day() {
        // 1 May 2027 is a Saturday and the Monday after it Easter Monday: the substitute is Tuesday, as it was in 2021.
        BusinessCalendar decided = office.withClosedDays(LocalDate.parse("2027-05-04"));

        assertThat(decided.nextOpening(sofia("2027-04-30T10:00"))).isEqualTo(sofia("2027-05-05T09:00"));
    }

    @Test
    void no_business_days_means_now_when_open_and_the_next_opening_when_closed() {
        assertThat(office.plusBusinessDays(sofia("2026-10-22T10:00"), 0)).isEqualTo(sofia("2026-10-22T10:00"));
        assertThat(office.plusBusinessDays(sofia("2026-10-23T19:00"), 0)).isEqualTo(sofia("2026-10-26T09:00"));
        assertThat(office.closingAfterBusinessDays(sofia("2026-10-22T10:00"), 0))
                .isEqualTo(sofia("2026-10-22T18:00"));
        assertThat(office.closingAfterBusinessDays(sofia("2026-10-22T19:00"), 0))
                .isEqualTo(sofia("2026-10-23T18:00"));
    }

    @Test
    void no_business_days_in_the_repeated_hour_do_not_lead_back() {
        Instant secondTime0330 = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(nightShift.plusBusinessDays(secondTime0330, 0)).isEqualTo(secondTime0330);
    }

    @Test
    void no_business_time_means_now_when_open_and_the_next_opening_when_closed() {
        assertThat(office.plus(sofia("2026-10-22T10:00"), Duration.ZERO)).isEqualTo(sofia("2026-10-22T10:00"));
        assertThat(office.plus(sofia("2026-10-23T19:00"), Duration.ZERO)).isEqualTo(sofia("2026-10-26T09:00"));
    }

    @Test
    void a_full_day_ends_at_its_closing_and_not_at_the_next_opening() {
        assertThat(office.plus(sofia("2026-10-22T09:00"), Duration.ofHours(9))).isEqualTo(sofia("2026-10-22T18:00"));
    }

    @Test
    void an_opening_ends_at_its_closing_at_the_limit_or_where_it_begins_when_closed() {
        BusinessCalendar lunch = office.withHours(
                DayOfWeek.THURSDAY, OpenInterval.of("09:00", "12:30"), OpenInterval.of("13:00", "18:00"));
        Instant morning = sofia("2026-10-22T10:00");

        assertThat(lunch.openUntil(morning, sofia("2026-10-23T10:00"))).isEqualTo(sofia("2026-10-22T12:30"));
        assertThat(lunch.openUntil(morning, sofia("2026-10-22T11:00"))).isEqualTo(sofia("2026-10-22T11:00"));
        assertThat(lunch.openUntil(sofia("2026-10-22T12:30"), sofia("2026-10-23T10:00")))
                .isEqualTo(sofia("2026-10-22T12:30"));
        assertThat(BusinessCalendar.always().openUntil(morning, sofia("2026-10-29T10:00")))
                .isEqualTo(sofia("2026-10-29T10:00"));
    }

    @Test
    void negative_business_time_is_refused() {
        Instant now = sofia("2026-10-22T10:00");

        assertThatIllegalArgumentException().isThrownBy(() -> office.plus(now, Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> office.plusBusinessDays(now, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> office.closingAfterBusinessDays(now, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> office.between(now, now.minusNanos(1)));
    }

    @Test
    void business_time_beyond_a_century_is_refused() {
        Instant now = sofia("2026-10-22T10:00");

        assertThatIllegalArgumentException().isThrownBy(() -> office.plus(now, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> office.plusBusinessDays(now, Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> office.between(now, Instant.MAX));
    }

    @Test
    void a_desk_that_never_opens_says_so() {
        BusinessCalendar closed = calendarOf(SOFIA);
        Instant now = sofia("2026-10-22T10:00");

        assertThat(closed.isOpen(now)).isFalse();
        assertThat(closed.between(now, now.plus(Duration.ofDays(30)))).isZero();
        assertThatThrownBy(() -> closed.nextOpening(now))
                .isInstanceOf(NeverOpen.class)
                .hasMessageContaining("Europe/Sofia")
                .hasMessageContaining("2026-10-22");
        assertThatThrownBy(() -> closed.plus(now, Duration.ofHours(1))).isInstanceOf(NeverOpen.class);
        assertThatThrownBy(() -> closed.plusBusinessDays(now, 1)).isInstanceOf(NeverOpen.class);
        assertThatThrownBy(() -> closed.closingAfterBusinessDays(now, 1)).isInstanceOf(NeverOpen.class);
    }

    @Test
    void a_desk_whose_only_day_is_over_says_so() {
        BusinessCalendar oneDay = calendarOf(SOFIA).withOpenDay(LocalDate.parse("2026-10-22"), MORNING);

        assertThat(oneDay.plus(sofia("2026-10-01T10:00"), Duration.ofHours(3))).isEqualTo(sofia("2026-10-22T12:00"));
        assertThatThrownBy(() -> oneDay.plus(sofia("2026-10-01T10:00"), Duration.ofHours(4)))
                .isInstanceOf(NeverOpen.class);
    }

    @Test
    void a_desk_that_is_always_open_counts_elapsed_time() {
        BusinessCalendar always = BusinessCalendar.always();
        Instant sunday = Instant.parse("2026-10-25T03:17:42.123456789Z");

        assertThat(always.isOpen(sunday)).isTrue();
        assertThat(always.nextOpening(sunday)).isEqualTo(sunday);
        assertThat(always.plus(sunday, Duration.ofHours(120))).isEqualTo(sunday.plus(Duration.ofHours(120)));
        assertThat(always.between(sunday, sunday.plus(Duration.ofDays(400)))).isEqualTo(Duration.ofDays(400));
        assertThat(always.plusBusinessDays(sunday, 5)).isEqualTo(sunday.plus(Duration.ofDays(5)));
        assertThat(always.closingAfterBusinessDays(sunday, 1)).isEqualTo(Instant.parse("2026-10-27T00:00:00Z"));
    }

    @Test
    void an_unknown_country_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.standard(SOFIA, "XX"))
                .withMessageContaining("'XX'");
    }

    @Test
    void contradicting_hours_are_refused() {
        LocalDate saturday = LocalDate.parse("2026-10-24");

        assertThatIllegalArgumentException().isThrownBy(() -> OpenInterval.of("18:00", "09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> OpenInterval.of("09:00", "09:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.withHours(FRIDAY, MORNING, OpenInterval.of("12:00", "14:00")))
                .withMessageContaining("FRIDAY");
        assertThatIllegalArgumentException().isThrownBy(() -> office.withOpenDay(saturday));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.withClosedDays(saturday).withOpenDay(saturday, MORNING))
                .withMessageContaining("2026-10-24");
    }

    @Test
    void calendars_with_the_same_hours_are_equal() {
        assertThat(office.withHours(SATURDAY)).isEqualTo(office);
        assertThat(office.withHours(MONDAY, MORNING, AFTERNOON))
                .isEqualTo(officeWithLunch)
                .hasSameHashCodeAs(officeWithLunch);
        assertThat(officeWithLunch).isNotEqualTo(office);
    }

    private static BusinessCalendar calendarOf(ZoneId zone) {
        return new BusinessCalendar(zone, null, Map.of(), Set.of(), Map.of());
    }

    private static Instant sofia(String localDateTime) {
        return local(localDateTime, SOFIA);
    }

    private static Instant local(String localDateTime, ZoneId zone) {
        return LocalDateTime.parse(localDateTime).atZone(zone).toInstant();
    }
}
