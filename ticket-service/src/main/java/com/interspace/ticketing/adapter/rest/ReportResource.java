package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.sla.TicketReports;
import com.interspace.ticketing.sla.TicketReports.Grouping;
import com.interspace.ticketing.sla.TicketReports.Selection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports over tickets, as JSON and as CSV. */
@Path("/v1/ticket-reports/{name}")
@Tag(name = "Reports")
public class ReportResource {

    private static final Duration USUAL_PERIOD = Duration.ofDays(366);
    private static final String CSV = "text/csv";

    @Schema(name = "TicketReport")
    record Report(String name, Grouping by, Instant from, Instant to, List<ReportRow> items) {}

    private final Map<String, Function<Selection, List<ReportRow>>> reports;
    private final CurrentCaller current;
    private final InstantSource time;

    @Inject
    ReportResource(TicketReports tickets, CurrentCaller current, InstantSource time) {
        this.reports = Map.of(
                "time-to-acknowledge", selection -> ReportRow.durations(tickets.timeToAcknowledge(selection)),
                "time-to-restore", selection -> ReportRow.durations(tickets.timeToRestore(selection)),
                "target-attainment", selection -> ReportRow.attainments(tickets.targetAttainment(selection)));
        this.current = current;
        this.time = time;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(
            operationId = "readTicketReport",
            summary = "time-to-acknowledge, time-to-restore or target-attainment",
            description = "Over the tickets opened in the period (the last 366 days unless told), by their own clocks. "
                    + "Customers count their own tickets. CSV with Accept: text/csv.")
    public Report read(
            @PathParam("name") String name,
            @Parameter(description = "priority (unless told), service or month") @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        Function<Selection, List<ReportRow>> report = reports.get(name);
        if (report == null) {
            throw new NotFound("report", name);
        }
        Selection selection = selection(by, from, to);
        return new Report(name, selection.by(), selection.from(), selection.to(), report.apply(selection));
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(hidden = true)
    public String readAsCsv(
            @PathParam("name") String name,
            @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return ReportRow.csv(read(name, by, from, to).items());
    }

    private Selection selection(String by, String from, String to) {
        Violations violations = new Violations();
        Grouping grouping = violations.oneOf("by", by, Grouping.class);
        Instant end = violations.instant("to", to);
        Instant until = end == null ? time.instant() : end;
        Instant start = violations.instant("from", from);
        Instant since = start == null ? until.minus(USUAL_PERIOD) : start;
        if (!since.isBefore(until)) {
            violations.add("from", "must lie before to");
        }
        violations.throwIfAny();
        return new Selection(
                grouping == null ? Grouping.PRIORITY : grouping,
                since,
                until,
                current.get().accountScope());
    }
}
