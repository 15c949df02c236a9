package com.interspace.escalation.adapter.rest;

import com.interspace.escalation.report.Report;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as CSV (RFC 4180): a header line, CRLF after each line, UTF-8. */
final class CsvText {

    static final String TYPE = "text/csv;charset=UTF-8";

    /** A text that begins like this would be taken for a formula by a spreadsheet. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    private CsvText() {}

    static String of(Report report) {
        return line(report.kind().columns())
                + report.rows().stream().map(CsvText::line).collect(Collectors.joining());
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
