package com.interspace.chassis.pdf;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private final PdfPrinter printer = new PdfPrinter();

    @Test
    void cyrillic_text_can_be_read_and_searched() throws Exception {
        assertThat(textOf(printer.print(Documents.report(3), Documents.anyInfo())))
                .contains("Матрица за ескалация", "Ниво 3: дежурен инженер", "Щъркел");
    }

    @Test
    void every_page_has_the_header_the_column_titles_and_its_number() throws Exception {
        byte[] pdf = printer.print(Documents.report(80), Documents.anyInfo());

        int pages = pagesOf(pdf);
        assertThat(pages).isGreaterThan(1);
        for (int page = 1; page <= pages; page++) {
            assertThat(textOf(pdf, page)).contains("Интерспейс АД", "No Level Who", "Page " + page + " of " + pages);
        }
    }

    @Test
    void the_fonts_are_in_the_document() throws Exception {
        byte[] pdf = printer.print(Documents.report(1), Documents.anyInfo());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<PDFont> fonts = fontsOf(document.getPage(0));
            assertThat(fonts)
                    .extracting(font -> font.getName().substring(7))
                    .containsExactlyInAnyOrder("DejaVuSans", "DejaVuSans-Bold");
            assertThat(fonts).allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void the_document_says_who_made_it_when_and_about_what() throws Exception {
        byte[] pdf = printer.print(Documents.report(1), Documents.anyInfo());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation said = document.getDocumentInformation();
            assertThat(said.getTitle()).isEqualTo("Матрица за ескалация");
            assertThat(said.getAuthor()).isEqualTo("Interspace");
            assertThat(said.getSubject()).isEqualTo("Service IS-DIA-0001");
            assertThat(said.getCreationDate().toInstant()).isEqualTo(Instant.parse("2026-03-29T00:30:15Z"));
            assertThat(said.getCustomMetadataValue("JsonSha256")).isEqualTo("0f".repeat(32));
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void a_title_in_the_markup_does_not_overrule_the_given_one() throws Exception {
        String markup = Documents.page("<title>Other</title><meta name=\"author\" content=\"Somebody\"/>", "text");

        try (PDDocument document = Loader.loadPDF(printer.print(markup, Documents.anyInfo()))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Матрица за ескалация");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Interspace");
        }
    }

    @Test
    void the_same_document_has_the_same_bytes_wherever_and_whenever_it_is_printed() {
        byte[] first = printer.print(Documents.report(30), Documents.anyInfo());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(new PdfPrinter().print(Documents.report(30), Documents.anyInfo()))
                    .isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void another_text_another_time_or_another_fact_has_other_bytes() {
        DocumentInfo info = Documents.anyInfo();
        DocumentInfo later = new DocumentInfo(
                info.title(), info.author(), info.subject(), info.createdAt().plusSeconds(1), info.metadata());
        DocumentInfo otherFact =
                new DocumentInfo(info.title(), info.author(), info.subject(), info.createdAt(), Map.of("Number", "2"));

        assertThat(List.of(
                        Sha256.of(printer.print(Documents.report(1), info)),
                        Sha256.of(printer.print(Documents.report(2), info)),
                        Sha256.of(printer.print(Documents.report(1), later)),
                        Sha256.of(printer.print(Documents.report(1), otherFact))))
                .doesNotHaveDuplicates();
    }

    @Test
    void several_threads_may_share_one_printer() throws Exception {
        Callable<byte[]> print = () -> printer.print(Documents.report(20), Documents.anyInfo());
        byte[] alone = print.call();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<byte[]> together : threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> print).toList())) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_table_of_200_rows_takes_less_than_a_second() {
        String report = Documents.report(200);
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            printer.print(report, Documents.anyInfo());
        }

        Duration fastest = IntStream.range(0, 5)
                .mapToObj(i -> timeToPrint(report))
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void broken_markup_is_refused_with_the_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer.print("<html><body><p>open</body></html>", Documents.anyInfo()))
                .withMessageContaining("\"p\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer.print(Documents.page("", "no&nbsp;entity"), Documents.anyInfo()))
                .withMessageContaining("nbsp");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer.print("<script>alert(1)</script>", Documents.anyInfo()))
                .withMessageContaining("script");
        assertThatIllegalArgumentException().isThrownBy(() -> printer.print("", Documents.anyInfo()));
    }

    @Test
    void a_fact_may_not_take_a_name_of_pdf_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentInfo("t", "a", null, Instant.EPOCH, Map.of("Producer", "x")))
                .withMessageContaining("'Producer'");
    }

    private Duration timeToPrint(String markup) {
        long start = System.nanoTime();
        printer.print(markup, Documents.anyInfo());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int pagesOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String textOf(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(page);
            text.setEndPage(page);
            return text.getText(document);
        }
    }

    private static Set<PDFont> fontsOf(PDPage page) {
        return StreamSupport.stream(page.getResources().getFontNames().spliterator(), false)
                .map(name -> fontOf(page, name))
                .collect(toSet());
    }

    private static PDFont fontOf(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
