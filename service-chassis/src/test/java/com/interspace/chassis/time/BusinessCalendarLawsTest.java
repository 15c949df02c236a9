package com.interspace.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of business time for calendars of any shape in any zone, between 2000 and 2040. */
@PropertyDefaults(tries = 500)
class BusinessCalendarLawsTest {

    private static final long BEGIN = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long END = Instant.parse("2040-12-31T00:00:00Z").getEpochSecond();

    @Property
    void plus_and_between_are_inverse(@ForAll("scenes") Scene scene, @ForAll("durations") Duration businessTime) {
        BusinessTimeLaws.plus_and_between_are_inverse(scene.calendar(), scene.from(), businessTime);
    }

    @Property
    void plus_gives_an_open_moment_or_a_closing(
            @ForAll("scenes") Scene scene, @ForAll("durations") Duration businessTime) {
        BusinessTimeLaws.plus_gives_an_open_moment_or_a_closing(scene.calendar(), scene.from(), businessTime);
    }

    @Property
    void plus_is_monotone(
            @ForAll("scenes") Scene scene,
            @ForAll("durations") Duration later,
            @ForAll("durations") Duration less,
            @ForAll("durations") Duration more) {
        BusinessTimeLaws.plus_is_monotone(
                scene.calendar(), scene.from(), scene.from().plus(later), less, less.plus(more));
    }

    @Property
    void between_is_additive(
            @ForAll("scenes") Scene scene, @ForAll("durations") Duration first, @ForAll("durations") Duration second) {
        Instant middle = scene.from().plus(first);
        BusinessTimeLaws.between_is_additive(scene.calendar(), scene.from(), middle, middle.plus(second));
    }

    @Property
    void between_counts_the_minutes_at_which_the_sign_on_the_door_says_open(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 0, max = 4_000) int minutes) {
        Instant from = Instant.ofEpochSecond(scene.from().getEpochSecond() / 60 * 60);
        Instant to = from.plusSeconds(60L * minutes);

        assertThat(scene.calendar().between(from, to))
                .isEqualTo(BusinessTimeLaws.openMinutesByWallClock(scene.calendar(), from, to));
    }

    @Property
    void next_opening_is_the_first_open_moment(@ForAll("scenes") Scene scene) {
        BusinessTimeLaws.next_opening_is_the_first_open_moment(scene.calendar(), scene.from());
    }

    @Property
    void business_days_keep_the_local_time(@ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = 20) int n) {
        BusinessTimeLaws.business_days_keep_the_local_time(scene.calendar(), scene.from(), n);
    }

    @Property
    void closing_is_the_last_open_moment_of_the_day(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 0, max = 20) int n) {
        BusinessTimeLaws.closing_is_the_last_open_moment_of_the_day(scene.calendar(), scene.from(), n);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(0, Duration.ofDays(20).toSeconds()).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return instants().flatMap(from -> calendarsAround(from).map(calendar -> new Scene(calendar, from)));
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(BEGIN, END),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<BusinessCalendar> calendarsAround(Instant from) {
        Arbitrary<ZoneId> zones =
                Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
        Arbitrary<Map<DayOfWeek, List<OpenInterval>>> weeks =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours()).ofMinSize(1);
        Arbitrary<Set<LocalDate>> closed = daysFrom(from).set().ofMaxSize(5);
        Arbitrary<Map<LocalDate, List<OpenInterval>>> open =
                Arbitraries.maps(daysFrom(from), hours()).ofMaxSize(5);
        return Combinators.combine(zones, weeks, closed, open).as(BusinessCalendarLawsTest::calendar);
    }

    private static BusinessCalendar calendar(
            ZoneId zone,
            Map<DayOfWeek, List<OpenInterval>> week,
            Set<LocalDate> closed,
            Map<LocalDate, List<OpenInterval>> open) {
        Map<LocalDate, List<OpenInterval>> notClosed = new TreeMap<>(open);
        notClosed.keySet().removeAll(closed);
        return new BusinessCalendar(zone, null, week, closed, notClosed);
    }

    private static Arbitrary<LocalDate> daysFrom(Instant from) {
        LocalDate today = from.atZone(ZoneOffset.UTC).toLocalDate();
        return Arbitraries.integers().between(-1, 20).map(today::plusDays);
    }

    /** One to three intervals of a day, in any order, some of them touching. */
    private static Arbitrary<List<OpenInterval>> hours() {
        return Arbitraries.integers()
                .between(0, 24 * 4)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(quarters -> {
                    List<Integer> edges = new ArrayList<>(new TreeSet<>(quarters));
                    List<OpenInterval> intervals = new ArrayList<>();
                    for (int i = 0; i + 1 < edges.size(); i += edges.size() == 3 ? 1 : 2) {
                        intervals.add(new OpenInterval(timeAt(edges.get(i)), timeAt(edges.get(i + 1))));
                    }
                    Collections.reverse(intervals);
                    return intervals;
                });
    }

    private static LocalTime timeAt(int quarterOfDay) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarterOfDay);
    }

    /** A desk and a moment, with closed and open days soon after it. */
    record Scene(BusinessCalendar calendar, Instant from) {}
}
