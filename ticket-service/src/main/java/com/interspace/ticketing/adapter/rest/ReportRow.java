package com.interspace.ticketing.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.interspace.ticketing.sla.TicketReports.Attainment;
import com.interspace.ticketing.sla.TicketReports.Durations;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a report; durations in ISO-8601. */
@Schema(
        name = "TicketReportRow",
        anyOf = {ReportRow.Lasted.class, ReportRow.Kept.class})
sealed interface ReportRow {

    /** @param group null for tickets without a service */
    @Schema(name = "DurationRow")
    @JsonPropertyOrder({"group", "tickets", "average", "median", "p95", "longest"})
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Lasted(
            @Schema(nullable = true) String group,
            long tickets,
            String average,
            String median,
            String p95,
            String longest)
            implements ReportRow {}

    /** @param responseRate met of decided, from 0 to 1; null when none is decided */
    @Schema(name = "AttainmentRow")
    @JsonPropertyOrder({"group", "responses", "responsesMet", "responseRate", "repairs", "repairsMet", "repairRate"})
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Kept(
            @Schema(nullable = true) String group,
            long responses,
            long responsesMet,
            @Schema(nullable = true) Double responseRate,
            long repairs,
            long repairsMet,
            @Schema(nullable = true) Double repairRate)
            implements ReportRow {}

    static List<ReportRow> durations(List<Durations> rows) {
        return rows.stream()
                .<ReportRow>map(row -> new Lasted(
                        row.group(),
                        row.tickets(),
                        whole(row.average()),
                        whole(row.median()),
                        whole(row.p95()),
                        whole(row.longest())))
                .toList();
    }

    static List<ReportRow> attainments(List<Attainment> rows) {
        return rows.stream()
                .<ReportRow>map(row -> new Kept(
                        row.group(),
                        row.responses(),
                        row.responsesMet(),
                        rate(row.responsesMet(), row.responses()),
                        row.repairs(),
                        row.repairsMet(),
                        rate(row.repairsMet(), row.repairs())))
                .toList();
    }

    /** With a heading. Groups are words of ours, ids and months, so that no cell can begin a formula. */
    static String csv(List<ReportRow> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                .enable(CsvGenerator.Feature.ESCAPE_CONTROL_CHARS_WITH_ESCAPE_CHAR)
                .build();
        CsvSchema columns = mapper.schemaFor(rows.get(0).getClass()).withHeader();
        try {
            return mapper.writer(columns).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A report of ours cannot be written as CSV", impossible);
        }
    }

    private static String whole(Duration duration) {
        return Duration.ofSeconds(duration.toSeconds()).toString();
    }

    private static Double rate(long met, long decided) {
        return decided == 0 ? null : Math.round(10_000.0 * met / decided) / 10_000.0;
    }
}
