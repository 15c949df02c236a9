package com.interspace.rfo.usecase;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.finding.MaintenanceWindows;
import com.interspace.rfo.finding.MaintenanceWindows.OnService;
import com.interspace.rfo.outage.Downtime;
import com.interspace.rfo.outage.Downtimes;
import com.interspace.rfo.outage.Services;
import com.interspace.rfo.outage.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of each month each service was up. */
@ApplicationScoped
public class ServiceAvailability implements Figures {

    private static final List<String> COLUMNS = List.of(
            "serviceId",
            "account",
            "month",
            "tickets",
            "downtime",
            "availabilityPercent",
            "maintenanceDowntime",
            "availabilityOutsideMaintenancePercent");

    private static final double TEN_THOUSANDTHS = 10_000;

    private final Services services;
    private final Downtimes downtimes;
    private final MaintenanceWindows maintenance;
    private final InstantSource time;

    @Inject
    ServiceAvailability(Services services, Downtimes downtimes, MaintenanceWindows maintenance, InstantSource time) {
        this.services = services;
        this.downtimes = downtimes;
        this.maintenance = maintenance;
        this.time = time;
    }

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public String describes() {
        return "Each service and month: down is while a ticket calls it service-affecting, from the start of the fault"
                + " until it is resolved; several tickets at once count once; degradation does not count. What of it fell"
                + " into announced maintenance is told apart, and the availability also without it.";
    }

    @Override
    public boolean openToCustomers() {
        return true;
    }

    /** Months that have not begun are not there; the current one ends now. */
    @Override
    public Table drawUp(Period period, Optional<Set<String>> accounts) {
        Instant now = time.instant();
        Map<String, List<Downtime>> byService = downtimes.within(period.start(), period.end(), accounts).stream()
                .collect(Collectors.groupingBy(Downtime::serviceId));
        Map<String, List<Span>> announced = maintenance.onServices(period.start(), period.end(), accounts).stream()
                .collect(Collectors.groupingBy(
                        OnService::serviceId, Collectors.mapping(OnService::span, Collectors.toList())));
        List<Period> months = period.months().stream()
                .filter(month -> month.start().isBefore(now))
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Services.Owned service : services.owned(accounts)) {
            List<Downtime> down = byService.getOrDefault(service.serviceId(), List.of());
            List<Span> work = announced.getOrDefault(service.serviceId(), List.of());
            months.forEach(month -> rows.add(row(service, month, down, work, now)));
        }
        return new Table(COLUMNS, rows);
    }

    private static List<Object> row(
            Services.Owned service, Period month, List<Downtime> downtimes, List<Span> work, Instant now) {
        Instant start = month.start();
        Instant end = month.end().isAfter(now) ? now : month.end();
        List<Span> spans = downtimes.stream().map(Downtime::span).toList();
        Duration down = Span.total(spans, start, end);
        Duration announced = Span.common(spans, work, start, end);
        Duration whole = Duration.between(start, end);
        long tickets = downtimes.stream()
                .filter(downtime -> downtime.span().touches(start, end))
                .map(Downtime::ticketId)
                .distinct()
                .count();
        return Table.row(
                service.serviceId(),
                service.account(),
                YearMonth.from(month.from()).toString(),
                tickets,
                down.truncatedTo(ChronoUnit.SECONDS),
                availability(down, whole),
                announced.truncatedTo(ChronoUnit.SECONDS),
                availability(down.minus(announced), whole));
    }

    /** In percent with four decimals, never rounded up to 100 when there was an outage. */
    private static double availability(Duration down, Duration whole) {
        double percent = 100.0 * (whole.toMillis() - down.toMillis()) / whole.toMillis();
        return Math.floor(percent * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
