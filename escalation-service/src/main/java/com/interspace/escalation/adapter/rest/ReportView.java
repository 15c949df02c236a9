package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report on the wire; an item has one member for each column.
 *
 * @param to the last day, covered too
 * @param zone in which days and months begin and end
 */
@Schema(name = "EscalationReport")
public record ReportView(
        String name,
        String describes,
        LocalDate from,
        LocalDate to,
        String zone,
        Instant drawnUpAt,
        List<String> columns,
        List<Map<String, Object>> items) {

    static ReportView of(Report report) {
        List<String> columns = report.kind().columns();
        return new ReportView(
                report.kind().toString(),
                report.kind().describes(),
                report.period().from(),
                report.period().to(),
                report.period().zone().getId(),
                report.at(),
                columns,
                report.rows().stream().map(row -> item(columns, row)).toList());
    }

    private static Map<String, Object> item(List<String> columns, List<Object> row) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            item.put(columns.get(index), row.get(index));
        }
        return item;
    }
}
