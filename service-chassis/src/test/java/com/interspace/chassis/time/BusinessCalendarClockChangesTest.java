package com.interspace.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** The laws of business time around every change of the clocks of every zone from 2000 to 2040, each of them. */
@PropertyDefaults(tries = BusinessCalendarClockChangesTest.MORE_THAN_ALL, edgeCases = EdgeCasesMode.NONE)
class BusinessCalendarClockChangesTest {

    /** With more tries than values jqwik does not draw lots, but takes each value once. */
    static final int MORE_THAN_ALL = 30_000;

    private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2041-01-01T00:00:00Z");
    private static final List<ClockChange> ALL = changesOfAllZones();

    private static final List<Duration> AROUND = Stream.of(
                    "-PT30H", "-PT23H40M", "-PT61M", "-PT0.000000001S", "PT0S", "PT31M", "PT26H")
            .map(Duration::parse)
            .toList();

    private static final List<Duration> LENGTHS =
            Stream.of("PT0S", "PT45M", "PT9H", "PT40H").map(Duration::parse).toList();

    @Example
    void all_zones_and_years_are_there() {
        assertThat(ALL).hasSizeBetween(15_000, MORE_THAN_ALL);
        assertThat(ALL).extracting(ClockChange::zone).contains(ZoneId.of("Europe/Sofia"), ZoneId.of("Pacific/Apia"));
    }

    @Property
    void plus_and_between_are_inverse(@ForAll("changes") ClockChange change) {
        change.atEachMoment((calendar, from) ->
                LENGTHS.forEach(length -> BusinessTimeLaws.plus_and_between_are_inverse(calendar, from, length)));
    }

    @Property
    void plus_gives_an_open_moment_or_a_closing(@ForAll("changes") ClockChange change) {
        change.atEachMoment((calendar, from) -> LENGTHS.forEach(
                length -> BusinessTimeLaws.plus_gives_an_open_moment_or_a_closing(calendar, from, length)));
    }

    @Property
    void plus_is_monotone(@ForAll("changes") ClockChange change) {
        change.atEachMoment((calendar, from) -> BusinessTimeLaws.plus_is_monotone(
                calendar, from, from.plusSeconds(1_900), Duration.ofMinutes(50), Duration.ofHours(10)));
    }

    @Property
    void between_is_additive(@ForAll("changes") ClockChange change) {
        Instant end = change.at(Duration.ofHours(50));
        change.atEachMoment((calendar, middle) ->
                BusinessTimeLaws.between_is_additive(calendar, change.at(Duration.ofHours(-40)), middle, end));
    }

    @Property
    void next_opening_is_the_first_open_moment(@ForAll("changes") ClockChange change) {
        change.atEachMoment(BusinessTimeLaws::next_opening_is_the_first_open_moment);
    }

    @Property
    void business_days_keep_the_local_time(@ForAll("changes") ClockChange change) {
        change.atEachMoment((calendar, from) -> BusinessTimeLaws.business_days_keep_the_local_time(calendar, from, 1));
    }

    @Property
    void closing_is_the_last_open_moment_of_the_day(@ForAll("changes") ClockChange change) {
        change.atEachMoment(
                (calendar, from) -> BusinessTimeLaws.closing_is_the_last_open_moment_of_the_day(calendar, from, 1));
    }

    @Property
    void the_desk_follows_the_clock_on_its_wall(@ForAll("changes") ClockChange change) {
        for (BusinessCalendar calendar : change.calendars()) {
            for (int minutes = -100; minutes <= 100; minutes += 10) {
                BusinessTimeLaws.the_desk_follows_the_clock_on_its_wall(
                        calendar, change.at(Duration.ofMinutes(minutes)));
            }
        }
    }

    @Property
    void a_desk_that_is_open_round_the_clock_counts_elapsed_time(@ForAll("changes") ClockChange change) {
        Instant from = change.at(Duration.ofHours(-20));
        Instant to = change.at(Duration.ofHours(30));

        assertThat(change.roundTheClock().between(from, to)).isEqualTo(Duration.ofHours(50));
        assertThat(change.roundTheClock().plus(from, Duration.ofHours(50))).isEqualTo(to);
    }

    @Provide
    Arbitrary<ClockChange> changes() {
        return Arbitraries.of(ALL);
    }

    private static List<ClockChange> changesOfAllZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .flatMap(zone -> transitionsOf(zone).map(transition -> new ClockChange(zone, transition)))
                .toList();
    }

    private static Stream<ZoneOffsetTransition> transitionsOf(ZoneId zone) {
        return Stream.iterate(
                zone.getRules().nextTransition(BEGIN),
                transition -> transition != null && transition.getInstant().isBefore(END),
                transition -> zone.getRules().nextTransition(transition.getInstant()));
    }

    /** One change of the clocks in one zone, and desks whose hours it can upset. */
    record ClockChange(ZoneId zone, ZoneOffsetTransition transition) {

        void atEachMoment(BiConsumer<BusinessCalendar, Instant> law) {
            for (BusinessCalendar calendar : calendars()) {
                AROUND.forEach(offset -> law.accept(calendar, at(offset)));
            }
        }

        Instant at(Duration fromTheChange) {
            return transition.getInstant().plus(fromTheChange);
        }

        List<BusinessCalendar> calendars() {
            return List.of(BusinessCalendar.standard(zone, null), brokenInTheMiddleOfTheChange());
        }

        BusinessCalendar roundTheClock() {
            return everyDay(OpenInterval.WHOLE_DAY);
        }

        /** Closes and opens again within the time that is skipped or repeated. */
        private BusinessCalendar brokenInTheMiddleOfTheChange() {
            Duration half = transition.getDuration().abs().dividedBy(2);
            LocalTime middle = firstAffected().plus(half);
            LocalTime breakEnd = middle.plusMinutes(10);
            return everyDay(
                    new OpenInterval(LocalTime.MIDNIGHT, middle), new OpenInterval(breakEnd, LocalTime.MIDNIGHT));
        }

        private LocalTime firstAffected() {
            return (transition.isGap() ? transition.getDateTimeBefore() : transition.getDateTimeAfter()).toLocalTime();
        }

        private BusinessCalendar everyDay(OpenInterval... hours) {
            Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, List.of(hours));
            }
            return new BusinessCalendar(zone, null, week, Set.of(), Map.of());
        }
    }
}
