package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.figures.Figures;
import com.interspace.rfo.usecase.DrawUpFigures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reports of the desk, for people as JSON and for spreadsheets as CSV. */
@Path("/v1/rfo-reports")
@Tag(name = "Reports")
public class ReportResource {

    /** A report that may be asked for. */
    public record ReportName(String name, String describes) {

        static ReportName of(Figures figures) {
            return new ReportName(figures.name(), figures.describes());
        }
    }

    private static final int LONGEST_YEARS = 3;

    private final DrawUpFigures reports;
    private final CurrentCaller caller;

    @Inject
    ReportResource(DrawUpFigures reports, CurrentCaller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "listRfoReports", summary = "The reports that you may read")
    public Map<String, List<ReportName>> list() {
        return Map.of(
                "items", reports.list(caller.get()).stream().map(ReportName::of).toList());
    }

    @GET
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(operationId = "readRfoReport", summary = "One report for a period of days")
    public ReportView read(
            @PathParam("name") String name, @QueryParam("from") String from, @QueryParam("to") String to) {
        return ReportView.of(drawnUp(name, from, to));
    }

    @GET
    @Path("/{name}")
    @Produces(CsvText.TYPE)
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(hidden = true)
    public Response readAsCsv(
            @PathParam("name") String name, @QueryParam("from") String from, @QueryParam("to") String to) {
        DrawUpFigures.Drawn drawn = drawnUp(name, from, to);
        return Response.ok(CsvText.of(drawn.table()))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .header("Vary", "Accept")
                .build();
    }

    private DrawUpFigures.Drawn drawnUp(String name, String from, String to) {
        Violations violations = new Violations();
        LocalDate first = date("from", from, violations);
        LocalDate last = date("to", to, violations);
        if (first != null && last != null && last.isBefore(first)) {
            violations.add("to", "must not be before from");
        }
        if (first != null && last != null && first.plusYears(LONGEST_YEARS).isBefore(last)) {
            violations.add("from", "must lie at most " + LONGEST_YEARS + " years before to");
        }
        if (first != null && last == null) {
            violations.add("to", "is required where there is a from");
        }
        violations.throwIfAny();
        return reports.drawUp(name, first, last, caller.get());
    }

    private static LocalDate date(String field, String text, Violations violations) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= 1970 && date.getYear() <= 9999) {
                return date;
            }
            violations.add(field, "must lie between 1970 and 9999");
        } catch (DateTimeParseException unreadable) {
            violations.add(field, "must be a date such as 2026-04-30");
        }
        return null;
    }
}
