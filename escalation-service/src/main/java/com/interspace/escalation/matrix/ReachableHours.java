package com.interspace.escalation.matrix;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.chassis.time.OpenInterval;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a person can be reached, in local time: {@code 24x7}, or parts such as {@code Mon-Fri 09:00-18:00}, {@code Sat
 * 10:00-14:00} or {@code 18:00-08:00} (every day, over midnight), parted by commas. In which zone is said when it is
 * asked. Around a change of the clocks they behave as {@link BusinessCalendar} says; holidays change nothing.
 */
public final class ReachableHours {

    /** At any time. */
    public static final String ALWAYS = "24x7";

    private static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String TIME = "([01]\\d|2[0-4]):([0-5]\\d)";
    private static final Pattern PART =
            Pattern.compile("(?:" + DAY + "(?:-" + DAY + ")?\\s+)?(" + TIME + ")-(" + TIME + ")");

    private final Map<DayOfWeek, List<OpenInterval>> week;

    private ReachableHours(Map<DayOfWeek, List<OpenInterval>> week) {
        this.week = week;
    }

    /** @throws IllegalArgumentException when the text is none of the forms, or its parts overlap */
    public static ReachableHours parse(String text) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        if (ALWAYS.equals(text.trim())) {
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, List.of(OpenInterval.WHOLE_DAY));
            }
        } else {
            for (String part : text.split(",", -1)) {
                addPart(part.trim(), week);
            }
        }
        ReachableHours hours = new ReachableHours(week);
        hours.in(ZoneId.of("UTC"));
        return hours;
    }

    public boolean include(Instant at, ZoneId zone) {
        return in(zone).isOpen(at);
    }

    private BusinessCalendar in(ZoneId zone) {
        return new BusinessCalendar(zone, null, week, Set.of(), Map.of());
    }

    private static void addPart(String part, Map<DayOfWeek, List<OpenInterval>> week) {
        Matcher form = PART.matcher(part);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + part + "' is not such as Mon-Fri 09:00-18:00");
        }
        LocalTime from = timeOf(form.group(3));
        LocalTime to = timeOf(form.group(6));
        for (DayOfWeek day : daysOf(form.group(1), form.group(2))) {
            if (to.equals(LocalTime.MIDNIGHT) || from.isBefore(to)) {
                add(week, day, from, to);
            } else {
                add(week, day, from, LocalTime.MIDNIGHT);
                add(week, day.plus(1), LocalTime.MIDNIGHT, to);
            }
        }
    }

    private static LocalTime timeOf(String text) {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day", impossible);
        }
    }

    private static List<DayOfWeek> daysOf(String first, String last) {
        if (first == null) {
            return List.of(DayOfWeek.values());
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(dayOf(first)));
        DayOfWeek end = dayOf(last == null ? first : last);
        for (DayOfWeek day = dayOf(first); day != end; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static DayOfWeek dayOf(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(word.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("There is no day '" + word + "'");
    }

    private static void add(Map<DayOfWeek, List<OpenInterval>> week, DayOfWeek day, LocalTime from, LocalTime to) {
        week.computeIfAbsent(day, none -> new ArrayList<>()).add(new OpenInterval(from, to));
    }
}
