package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.report.CsvText;
import com.interspace.chassis.report.ReportView;
import com.interspace.escalation.report.ReportKind;
import com.interspace.escalation.usecase.DrawUpReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports on escalations, for people as JSON and for spreadsheets as CSV. */
@Path("/v1/escalation-reports")
@Tag(name = "Reports")
@RolesAllowed({Role.CUSTOMER, Role.PARTNER, Role.AGENT, Role.MANAGER, Role.OPS})
@APIResponse(responseCode = "401", ref = EscalationApi.UNAUTHORIZED)
@APIResponse(responseCode = "403", ref = EscalationApi.FORBIDDEN)
public class ReportResource {

    /** A report that may be asked for. */
    @Schema(name = "EscalationReportName")
    public record ReportName(String name, String describes) {

        private static ReportName of(ReportKind kind) {
            return new ReportName(kind.toString(), kind.describes());
        }
    }

    private final DrawUpReport reports;
    private final CurrentCaller caller;

    @Inject
    ReportResource(DrawUpReport reports, CurrentCaller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listEscalationReports", summary = "The reports that there are")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "reports", value = Examples.REPORTS)))
    public Map<String, List<ReportName>> list() {
        return Map.of(
                "items", Arrays.stream(ReportKind.values()).map(ReportName::of).toList());
    }

    @GET
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readEscalationReport",
            summary = "One report for a period of days",
            description =
                    "Customers and partners see the figures of their own tickets. With `Accept: text/csv` the same as"
                            + " CSV. `from` and `to` are days such as 2026-03-01, both covered; the last twelve months"
                            + " unless told.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportView.class),
                        examples = @ExampleObject(name = "by level", value = Examples.REPORT)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "by level", value = Examples.REPORT_AS_CSV))
            })
    @APIResponse(responseCode = "404", ref = EscalationApi.NOT_FOUND)
    @APIResponse(responseCode = "422", ref = EscalationApi.INVALID)
    public Response read(@PathParam("name") String name, @QueryParam("from") String from, @QueryParam("to") String to) {
        return Response.ok(ReportView.of(reports.drawUp(caller.get(), name, from, to)))
                .header("Vary", "Accept")
                .build();
    }

    @GET
    @Path("/{name}")
    @Produces(CsvText.TYPE)
    @Operation(hidden = true)
    public Response readAsCsv(
            @PathParam("name") String name, @QueryParam("from") String from, @QueryParam("to") String to) {
        return CsvText.file(reports.drawUp(caller.get(), name, from, to));
    }
}
