package com.interspace.ticketing.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.chassis.time.OpenInterval;
import com.interspace.ticketing.sla.Calendars;
import com.interspace.ticketing.sla.ClockHours;
import com.interspace.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

@ApplicationScoped
class PostgresCalendars implements Calendars {

    private static final String KIND = "calendar";

    /** A calendar as it is stored; local times and a zone, never instants. */
    record Body(
            String zone,
            String holidayCountry,
            Map<String, List<Hours>> week,
            Set<LocalDate> closedDays,
            Map<LocalDate, List<Hours>> openDays) {}

    record Hours(String from, String to) {}

    private final RuleShelf shelf;
    private final ObjectMapper json;

    @Inject
    PostgresCalendars(RuleShelf shelf, ObjectMapper json) {
        this.shelf = shelf;
        this.json = json;
    }

    @Override
    public List<ClockHours> all() {
        return shelf.names(KIND).stream().flatMap(name -> find(name).stream()).toList();
    }

    @Override
    public Optional<ClockHours> find(String name) {
        return shelf.newest(KIND, name).flatMap(version -> find(name, version));
    }

    @Override
    public Optional<ClockHours> find(String name, int version) {
        return shelf.find(new RuleShelf.Key(KIND, name, version), this::read);
    }

    @Override
    public ClockHours add(ClockHours calendar, Actor by, Instant at) {
        return shelf.add(
                KIND,
                calendar.name(),
                calendar,
                body(calendar.calendar()),
                (one, other) -> one.calendar().equals(other.calendar()),
                this::read,
                by,
                at);
    }

    private static Body body(BusinessCalendar calendar) {
        Map<String, List<Hours>> week = new TreeMap<>();
        calendar.week().forEach((day, hours) -> week.put(day.name().toLowerCase(Locale.ROOT), written(hours)));
        Map<LocalDate, List<Hours>> openDays = new TreeMap<>();
        calendar.openDays().forEach((day, hours) -> openDays.put(day, written(hours)));
        return new Body(calendar.zone().getId(), calendar.holidayCountry(), week, calendar.closedDays(), openDays);
    }

    private static List<Hours> written(List<OpenInterval> intervals) {
        return intervals.stream()
                .map(interval ->
                        new Hours(interval.from().toString(), interval.to().toString()))
                .toList();
    }

    private ClockHours read(RuleShelf.Key key, String text) throws JsonProcessingException {
        Body body = json.readValue(text, Body.class);
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        body.week().forEach((day, hours) -> week.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), read(hours)));
        Map<LocalDate, List<OpenInterval>> openDays = new TreeMap<>();
        body.openDays().forEach((day, hours) -> openDays.put(day, read(hours)));
        return new ClockHours(
                key.name(),
                key.version(),
                new BusinessCalendar(ZoneId.of(body.zone()), body.holidayCountry(), week, body.closedDays(), openDays));
    }

    private static List<OpenInterval> read(List<Hours> hours) {
        return hours.stream()
                .map(interval -> OpenInterval.of(interval.from(), interval.to()))
                .toList();
    }
}
