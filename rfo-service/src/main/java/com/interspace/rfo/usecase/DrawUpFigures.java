package com.interspace.rfo.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Report;
import com.interspace.rfo.figures.Figures;
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
     * @param from the first day, such as 2026-03-01; null = a year, see {@link Period#judged}
     * @param to the last day, covered too; null = the end of this month
     * @throws NotFound if there is no such report
     * @throws Forbidden if it is not for customers, and the caller is one
     * @throws Invalid when the days are none
     */
    @Transactional
    public Report drawUp(String name, String from, String to, Caller caller) {
        Figures figures = all.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("report", name));
        if (!mayRead(figures, caller)) {
            throw new Forbidden("The report " + name + " is for the service centre.");
        }
        Instant now = time.instant();
        ZoneId zone = house.calendar().zone();
        Violations violations = new Violations();
        Period period = Period.judged(from, to, LocalDate.ofInstant(now, zone), zone, violations);
        violations.throwIfAny();
        return new Report(
                figures.name(), figures.describes(), period, now, figures.drawUp(period, caller.accountScope()));
    }

    private static boolean mayRead(Figures figures, Caller caller) {
        return caller.accountScope().isEmpty() || figures.openToCustomers();
    }
}
