package com.interspace.chassis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spreadsheet gets to read. */
class CsvTextTest {

    @Test
    void a_table_is_a_heading_and_a_line_a_row() {
        Table table = new Table(
                List.of("service", "tickets", "downtime"),
                List.of(Table.row("IS-DIA-0001", 2, Duration.ofMinutes(90)), Table.row(null, -1, null)));

        assertThat(CsvText.of(table)).isEqualTo("service,tickets,downtime\r\nIS-DIA-0001,2,PT1H30M\r\n,-1,\r\n");
    }

    @Test
    void a_text_stays_one_cell_and_becomes_no_formula() {
        Table table = new Table(
                List.of("a", "b", "c", "d"),
                List.of(Table.row("=1+1", "one, \"two\"", "a line\nand another", "@home")));

        assertThat(CsvText.of(table)).endsWith("'=1+1,\"one, \"\"two\"\"\",\"a line\nand another\",'@home\r\n");
    }

    @Test
    void the_file_is_called_as_the_report() {
        Period march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), ZoneId.of("Europe/Sofia"));
        Report report =
                new Report("by-level", "Escalations", march, march.end(), new Table(List.of("level"), List.of()));

        assertThat(CsvText.file(report).getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"by-level.csv\"");
    }
}
