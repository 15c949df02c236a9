package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.chassis.time.NeverOpen;
import com.interspace.chassis.time.OpenInterval;
import com.interspace.ticketing.sla.ClockHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A business calendar: local opening hours in a zone.
 *
 * @param version ignored when it is sent
 */
@Schema(name = "Calendar")
record CalendarView(
        @Schema(required = true, examples = "business") String name,
        Integer version,
        @Schema(required = true, examples = "Europe/Sofia") String zone,
        @Schema(examples = "BG", description = "Whose public holidays are closed; none when it is null")
                String holidayCountry,
        @Schema(required = true, description = "By day, monday to sunday; several intervals a day; 00:00 ends a day")
                Map<String, List<Hours>> week,
        @Schema(description = "Dates that are closed whatever the week says") List<String> closedDays,
        @Schema(description = "Dates with hours of their own whatever week and holidays say")
                Map<String, List<Hours>> openDays) {

    @Schema(name = "OpeningHours")
    record Hours(
            @Schema(required = true, examples = "09:00") String from,
            @Schema(required = true, examples = "18:00") String to) {

        static List<Hours> of(List<OpenInterval> intervals) {
            return intervals.stream()
                    .map(interval ->
                            new Hours(interval.from().toString(), interval.to().toString()))
                    .toList();
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final int MOST_DAYS = 1_000;

    static CalendarView of(ClockHours hours) {
        BusinessCalendar calendar = hours.calendar();
        Map<String, List<Hours>> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<OpenInterval> open = calendar.week().getOrDefault(day, List.of());
            if (!open.isEmpty()) {
                week.put(day.name().toLowerCase(Locale.ROOT), Hours.of(open));
            }
        }
        Map<String, List<Hours>> openDays = new LinkedHashMap<>();
        calendar.openDays().forEach((day, open) -> openDays.put(day.toString(), Hours.of(open)));
        return new CalendarView(
                hours.name(),
                hours.version(),
                calendar.zone().getId(),
                calendar.holidayCountry(),
                week,
                calendar.closedDays().stream().map(LocalDate::toString).toList(),
                openDays);
    }

    /** @throws Invalid with one violation for each impossible part */
    ClockHours hours(Instant now) {
        Violations violations = new Violations();
        if (name == null || !NAME.matcher(name).matches()) {
            violations.add("name", "must have 1 to 50 small letters, digits or dashes");
        }
        String where = violations.required("zone", zone);
        if (where != null && !ZoneId.getAvailableZoneIds().contains(where)) {
            violations.add("zone", "must be an IANA time zone such as Europe/Sofia");
        }
        Map<DayOfWeek, List<OpenInterval>> readWeek = readWeek(violations);
        Set<LocalDate> readClosed = new TreeSet<>();
        some(closedDays).forEach(day -> addDay(readClosed, day, violations));
        Map<LocalDate, List<OpenInterval>> readOpen = readOpenDays(violations);
        if (readClosed.size() + readOpen.size() > MOST_DAYS) {
            violations.add("closedDays", "must name at most " + MOST_DAYS + " days together with openDays");
        }
        violations.throwIfAny();
        return new ClockHours(name, 0, calendar(readWeek, readClosed, readOpen, now));
    }

    private BusinessCalendar calendar(
            Map<DayOfWeek, List<OpenInterval>> readWeek,
            Set<LocalDate> readClosed,
            Map<LocalDate, List<OpenInterval>> readOpen,
            Instant now) {
        try {
            BusinessCalendar calendar =
                    new BusinessCalendar(ZoneId.of(zone), holidayCountry, readWeek, readClosed, readOpen);
            calendar.nextOpening(now);
            return calendar;
        } catch (NeverOpen never) {
            throw new Invalid("week", "must open at least once within a year");
        } catch (IllegalArgumentException impossible) {
            throw new Invalid("week", "cannot be: " + impossible.getMessage());
        }
    }

    private Map<DayOfWeek, List<OpenInterval>> readWeek(Violations violations) {
        Map<DayOfWeek, List<OpenInterval>> read = new EnumMap<>(DayOfWeek.class);
        some(week).forEach((word, hours) -> {
            try {
                read.put(
                        DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)), intervals("week." + word, hours, violations));
            } catch (IllegalArgumentException unknown) {
                violations.add("week." + word, "must be a day from monday to sunday");
            }
        });
        return read;
    }

    private Map<LocalDate, List<OpenInterval>> readOpenDays(Violations violations) {
        Map<LocalDate, List<OpenInterval>> read = new TreeMap<>();
        some(openDays).forEach((word, hours) -> {
            Set<LocalDate> day = new TreeSet<>();
            addDay(day, word, violations);
            day.forEach(date -> read.put(date, intervals("openDays." + word, hours, violations)));
        });
        return read;
    }

    private static List<OpenInterval> intervals(String field, List<Hours> hours, Violations violations) {
        List<OpenInterval> intervals = new ArrayList<>();
        for (Hours each : hours == null ? List.<Hours>of() : hours) {
            try {
                intervals.add(OpenInterval.of(each.from(), each.to()));
            } catch (DateTimeException | IllegalArgumentException | NullPointerException impossible) {
                violations.add(
                        field, "must have local times from before to, such as 09:00 and 18:00; 00:00 ends a day");
            }
        }
        return intervals;
    }

    private static void addDay(Set<LocalDate> days, String text, Violations violations) {
        try {
            days.add(LocalDate.parse(String.valueOf(text)));
        } catch (DateTimeException unreadable) {
            violations.add("closedDays", "must be dates such as 2026-12-24");
        }
    }

    private static <T> List<T> some(List<T> given) {
        return given == null ? List.of() : given;
    }

    private static <V> Map<String, V> some(Map<String, V> given) {
        return given == null ? Map.of() : given;
    }
}
