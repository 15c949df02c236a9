package com.interspace.chassis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the hours of days in order, so that equal hours are equal, and refuses hours that contradict each other. */
final class OpeningHours {

    private OpeningHours() {}

    static Map<DayOfWeek, List<OpenInterval>> byWeekday(Map<DayOfWeek, List<OpenInterval>> week) {
        Map<DayOfWeek, List<OpenInterval>> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, intervals) -> {
            if (!intervals.isEmpty()) {
                hours.put(day, inOrder(day, intervals));
            }
        });
        return Collections.unmodifiableMap(hours);
    }

    static Map<LocalDate, List<OpenInterval>> byDate(Map<LocalDate, List<OpenInterval>> days) {
        Map<LocalDate, List<OpenInterval>> hours = new TreeMap<>();
        days.forEach((day, intervals) -> {
            if (intervals.isEmpty()) {
                throw new IllegalArgumentException("The open day " + day + " has no hours");
            }
            hours.put(day, inOrder(day, intervals));
        });
        return Collections.unmodifiableMap(hours);
    }

    static void refuseClosedAndOpen(Set<LocalDate> closed, Map<LocalDate, List<OpenInterval>> open) {
        closed.stream().filter(open::containsKey).findFirst().ifPresent(day -> {
            throw new IllegalArgumentException("The day " + day + " is both closed and open");
        });
    }

    private static List<OpenInterval> inOrder(Object day, List<OpenInterval> intervals) {
        List<OpenInterval> sorted = intervals.stream()
                .sorted(Comparator.comparing(OpenInterval::from))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            OpenInterval earlier = sorted.get(i - 1);
            OpenInterval later = sorted.get(i);
            if (earlier.endsAfter(later.from())) {
                throw new IllegalArgumentException("Hours of " + day + " overlap: " + earlier + " and " + later);
            }
        }
        return sorted;
    }
}
