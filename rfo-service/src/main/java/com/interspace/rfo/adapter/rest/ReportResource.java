package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.report.CsvText;
import com.interspace.chassis.report.ReportView;
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
        return ReportView.of(reports.drawUp(name, from, to, caller.get()));
    }

    @GET
    @Path("/{name}")
    @Produces(CsvText.TYPE)
    @RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
    @Operation(hidden = true)
    public Response readAsCsv(
            @PathParam("name") String name, @QueryParam("from") String from, @QueryParam("to") String to) {
        return CsvText.file(reports.drawUp(name, from, to, caller.get()));
    }
}
