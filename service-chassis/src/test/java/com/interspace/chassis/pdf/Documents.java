package com.interspace.chassis.pdf;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents to print. */
final class Documents {

    private static final String STYLE =
            """
            @page {
              size: A4; margin: 25mm 15mm;
              @top-left { content: element(header) }
              @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) }
            }
            .header { position: running(header) }
            body { font-family: 'DejaVu Sans' }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            th, td { border: 1px solid #333333; padding: 1mm }
            """;

    private Documents() {}

    static DocumentInfo anyInfo() {
        return new DocumentInfo(
                "Матрица за ескалация",
                "Interspace",
                "Service IS-DIA-0001",
                Instant.parse("2026-03-29T00:30:15.987Z"),
                Map.of("Number", "EM-0001", "JsonSha256", "0f".repeat(32)));
    }

    /** A title, a header and page numbers on every page, and a table of so many rows in Bulgarian. */
    static String report(int rows) {
        String table = IntStream.rangeClosed(1, rows)
                .mapToObj(
                        "<tr><td>%1$d</td><td>Ниво %1$d: дежурен инженер</td><td><b>Щъркел</b> on call</td></tr>"
                                ::formatted)
                .collect(Collectors.joining());
        return page(
                "<style>" + STYLE + "</style>",
                """
                <div class="header">Интерспейс АД</div>
                <h1>Матрица за ескалация</h1>
                <table><thead><tr><th>No</th><th>Level</th><th>Who</th></tr></thead><tbody>%s</tbody></table>
                """
                        .formatted(table));
    }

    static String page(String head, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
    }
}
