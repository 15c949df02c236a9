package com.interspace.chassis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The figures of a report: named columns and rows under them. A cell is a text, a number, a date, an instant or a
 * duration; null = nothing to say.
 */
public record Table(List<String> columns, List<List<Object>> rows) {

    /** @throws IllegalArgumentException if a row has more or fewer cells than there are columns */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("The row " + row + " does not fit the columns " + columns);
            }
        }
    }

    /** A row of these cells, of which any may be null. */
    public static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells)));
    }
}
