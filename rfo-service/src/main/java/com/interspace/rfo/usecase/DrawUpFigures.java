package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.figures.Period;
import com.interspace.rfo.figures.Table;
import com.interspace.rfo.outage.HouseCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Somebody reads a report of the desk. */
@ApplicationScoped
public class DrawUpFigures {

    /**
     * A report as it was drawn up.
     *
     * @param at until when everything that was known by then is counted
     */
    public record Drawn(Figures figures, Period period, Instant at, Table table) {}

    private final Instance<Figures> all;
    private final HouseCalendar house;
    private final InstantSource time;

    @Inject
    DrawUpFigures(Instance<Figures> all, HouseCalendar house, InstantSource time) {
        this.all = all;
        this.house = house;
        this.time = time;
    }

    /** The reports that the caller may read, by name. */
    public List<Figures> list(Caller caller) {
        return all.stream()
                .filter(figures -> mayRead(figures, caller))
                .sorted(Comparator.comparing(Figures::name))
                .toList();
    }

    /**
     * @param from null = eleven months before the month of {@code to}, on its first day
     * @param to the last day, covered too; null = the end of this month
     * @throws NotFound if there is no such report
     * @throws Forbidden if it is not for customers, and the caller is one
     */
    @Transactional
    public Drawn drawUp(String name, LocalDate from, LocalDate to, Caller caller) {
        Figures figures = all.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("report", name));
        if (!mayRead(figures, caller)) {
            throw new Forbidden("The report " + name + " is for the service centre.");
        }
        Instant now = time.instant();
        Period period = period(from, to, now);
        return new Drawn(figures, period, now, figures.drawUp(period, caller.accountScope()));
    }

    private Period period(LocalDate from, LocalDate to, Instant now) {
        ZoneId zone = house.calendar().zone();
        Period year = Period.yearUpTo(to == null ? LocalDate.ofInstant(now, zone) : to, zone);
        return new Period(from == null ? year.from() : from, to == null ? year.to() : to, zone);
    }

    private static boolean mayRead(Figures figures, Caller caller) {
        return caller.accountScope().isEmpty() || figures.openToCustomers();
    }
}
