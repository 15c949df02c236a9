package com.interspace.chassis.report;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180): a header line, CRLF after each line, UTF-8. */
public final class CsvText {

    public static final String TYPE = "text/csv;charset=UTF-8";

    /** A text that begins like this would be taken for a formula by a spreadsheet. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    private CsvText() {}

    /** The report as a file that a browser saves under the report's name. */
    public static Response file(Report report) {
        return Response.ok(of(report.table()))
                .header("Content-Disposition", "attachment; filename=\"" + report.name() + ".csv\"")
                .header("Vary", "Accept")
                .build();
    }

    public static String of(Table table) {
        return line(table.columns()) + table.rows().stream().map(CsvText::line).collect(Collectors.joining());
    }

    private static String line(List<?> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof String words && FORMULA.matcher(words).find() ? "'" + words : value.toString();
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
