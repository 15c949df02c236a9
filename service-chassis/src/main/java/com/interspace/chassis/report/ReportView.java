package com.interspace.chassis.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report on the wire; an item has one member for each column.
 *
 * @param to the last day, covered too
 * @param zone in which days and months begin and end
 */
public record ReportView(
        String name,
        String describes,
        LocalDate from,
        LocalDate to,
        String zone,
        Instant drawnUpAt,
        List<String> columns,
        List<Map<String, Object>> items) {

    public static ReportView of(Report report) {
        return new ReportView(
                report.name(),
                report.describes(),
                report.period().from(),
                report.period().to(),
                report.period().zone().getId(),
                report.at(),
                report.table().columns(),
                items(report.table()));
    }

    private static List<Map<String, Object>> items(Table table) {
        return table.rows().stream().map(row -> item(table.columns(), row)).toList();
    }

    private static Map<String, Object> item(List<String> columns, List<Object> row) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            item.put(columns.get(i), row.get(i));
        }
        return item;
    }
}
