package com.interspace.chassis.time;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The public holidays of one country, from Jollyday; each year is computed once. */
final class NationalHolidays {

    private static final Map<String, NationalHolidays> BY_COUNTRY = new ConcurrentHashMap<>();

    private final HolidayManager source;
    private final Map<Integer, Set<LocalDate>> daysByYear = new ConcurrentHashMap<>();

    private NationalHolidays(String country) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
            throw new IllegalArgumentException("No holidays are known for country '" + country + "'");
        }
        source = managerOf(country);
    }

    /** @throws IllegalArgumentException if no holidays are known for the country */
    static NationalHolidays of(String country) {
        return BY_COUNTRY.computeIfAbsent(country, NationalHolidays::new);
    }

    boolean include(LocalDate day) {
        return daysByYear.computeIfAbsent(day.getYear(), this::daysOf).contains(day);
    }

    private static HolidayManager managerOf(String country) {
        // Jollyday looks for its parts with the eyes of the calling thread, and never again if that one did not see
        // them.
        Thread caller = Thread.currentThread();
        ClassLoader eyes = caller.getContextClassLoader();
        caller.setContextClassLoader(NationalHolidays.class.getClassLoader());
        try {
            return HolidayManager.getInstance(ManagerParameters.create(country));
        } finally {
            caller.setContextClassLoader(eyes);
        }
    }

    private Set<LocalDate> daysOf(int year) {
        // A substitute day may fall into the neighbouring year: New Year on a Saturday is observed on the Friday
        // before.
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(Year::of)
                .flatMap(each -> source.getHolidays(each, HolidayType.PUBLIC_HOLIDAY).stream())
                .flatMap(NationalHolidays::daysOff)
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> daysOff(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }
}
