package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.figures.Table;
import com.interspace.rfo.usecase.DrawUpFigures;
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

    static ReportView of(DrawUpFigures.Drawn drawn) {
        return new ReportView(
                drawn.figures().name(),
                drawn.figures().describes(),
                drawn.period().from(),
                drawn.period().to(),
                drawn.period().zone().getId(),
                drawn.at(),
                drawn.table().columns(),
                items(drawn.table()));
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
