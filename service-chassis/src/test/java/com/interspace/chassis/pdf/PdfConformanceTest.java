package com.interspace.chassis.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class PdfConformanceTest {

    private final PdfPrinter printer = new PdfPrinter();

    @Test
    void a_bulgarian_table_across_pages_with_header_and_page_numbers_is_pdf_a_2b() throws Exception {
        byte[] pdf = printer.print(Documents.report(80), Documents.anyInfo());

        assertThat(VeraPdf.objectionsTo(pdf)).isEmpty();
    }

    @Test
    void whatever_fonts_styles_and_characters_a_text_asks_for_it_stays_pdf_a_2b() throws Exception {
        String anyText =
                """
                <p style="font-family: Arial; color: rgba(200, 0, 0, 0.5); opacity: 0.7">transparent</p>
                <p style="font-family: monospace; font-style: italic; font-weight: 900">0123456789abcdef</p>
                <p>\u0001\u0000\u202e \u6f22\u5b57 \u05d0\u05d1 \ufdfa \ud83d\ude42</p>
                <p><a href="https://portal.interspace.example/v1">link</a> <a href="#here" id="here">here</a></p>
                <ul><li>one</li></ul><hr/>
                """;

        byte[] pdf = printer.print(Documents.page("", anyText), Documents.anyInfo());

        assertThat(VeraPdf.objectionsTo(pdf)).isEmpty();
    }

    @Test
    void facts_may_be_missing_or_in_any_script() throws Exception {
        DocumentInfo info = new DocumentInfo(
                "<Title> & \"quotes\" ]]>", "Ωmega", null, Instant.parse("1999-12-31T23:59:59Z"), Map.of("Факт", "漢字"));

        assertThat(VeraPdf.objectionsTo(printer.print(Documents.report(1), info)))
                .isEmpty();
    }

    @Test
    void the_judge_does_object() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }

        assertThat(VeraPdf.objectionsTo(plain.toByteArray())).isNotEmpty();
    }
}
