package com.interspace.chassis.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markup that tries to get at something outside itself. What osTicket's PDF export gave away (CVE-2026-22200). */
class PdfSafetyTest {

    private static final String SECRET = "SECRET-OF-THE-SERVER";

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final PdfPrinter printer = new PdfPrinter();
    private HttpServer web;
    private Path style;
    private Path image;
    private Path text;

    @BeforeEach
    void aServerWithSecrets() throws IOException {
        style = Files.writeString(folder.resolve("secret.css"), "body::before { content: '" + SECRET + "' }");
        text = Files.writeString(folder.resolve("secret.txt"), SECRET);
        image = Files.write(folder.resolve("secret.png"), png());
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            byte[] body = Files.readAllBytes(
                    folder.resolve("secret" + exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stopTheServer() {
        web.stop(0);
    }

    @Test
    void the_bait_is_taken_by_a_renderer_without_a_guard() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent(bait(), folder.toUri().toString())
                .useExternalResourceAccessControl(
                        (address, type) -> true, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .toStream(pdf)
                .run();

        assertThat(textOf(pdf.toByteArray())).contains(SECRET);
        assertThat(imagesIn(pdf.toByteArray())).isPositive();
        assertThat(requests).contains("/.css", "/.png");
    }

    @Test
    void nothing_is_read_from_a_file_the_web_the_class_path_or_the_markup_itself() throws Exception {
        byte[] pdf = printer.print(bait(), Documents.anyInfo());

        assertThat(textOf(pdf)).contains("still here").doesNotContain(SECRET);
        assertThat(imagesIn(pdf)).isZero();
        assertThat(requests).isEmpty();
        assertThat(VeraPdf.objectionsTo(pdf)).isEmpty();
    }

    @Test
    void an_external_entity_is_refused() {
        String markup =
                """
                <!DOCTYPE html [<!ENTITY secret SYSTEM "%s">]>
                <html><body>&secret;</body></html>
                """
                        .formatted(text.toUri());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer.print(markup, Documents.anyInfo()))
                .withMessageContaining("DOCTYPE");
    }

    @Test
    void an_external_dtd_is_refused_and_not_fetched() {
        String markup = "<!DOCTYPE html SYSTEM \"%s/.txt\"><html><body>x</body></html>".formatted(webAddress());

        assertThatIllegalArgumentException().isThrownBy(() -> printer.print(markup, Documents.anyInfo()));
        assertThat(requests).isEmpty();
    }

    @Test
    void an_inclusion_stays_empty() throws Exception {
        String markup = Documents.page(
                "",
                "still here<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%s\" parse=\"text\"/>"
                        .formatted(text.toUri()));

        assertThat(textOf(printer.print(markup, Documents.anyInfo())))
                .contains("still here")
                .doesNotContain(SECRET);
    }

    @Test
    void no_script_and_no_form_gets_into_the_document() throws Exception {
        String markup = Documents.page(
                "<script>app.alert('1')</script>",
                """
                <h2 id="top">still here</h2>
                <a href="#top" onclick="app.alert('2')">inside</a>
                <a href="javascript:app.alert('3')">script</a>
                <a href=" JavaScript:app.alert('4')">script</a>
                <form action="https://evil.example/"><input type="text" name="a" value="5"/></form>
                """);

        byte[] pdf = printer.print(markup, Documents.anyInfo());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(actionsIn(document)).extracting(PDAction::getSubType).containsExactly("GoTo");
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
        }
        assertThat(textOf(pdf)).contains("still here", "inside", "script").doesNotContain("app.alert");
    }

    @Test
    void links_lead_to_the_web_and_to_mail_only() throws Exception {
        String markup = Documents.page(
                "",
                """
                <p><a href="https://portal.interspace.example/v1/documents">web</a></p>
                <p><a href="mailto:support@interspace.example">mail</a></p>
                <p><a href="file:///etc/passwd">file</a></p>
                <p><a href="%s" download="secret.txt">attachment</a></p>
                """
                        .formatted(webAddress() + "/.txt"));

        byte[] pdf = printer.print(markup, Documents.anyInfo());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(actionsIn(document))
                    .extracting(action -> action.getCOSObject().getString(COSName.URI))
                    .containsExactlyInAnyOrder(
                            "https://portal.interspace.example/v1/documents",
                            "mailto:support@interspace.example",
                            webAddress() + "/.txt");
        }
        assertThat(requests).isEmpty();
    }

    /** Asks for the secrets by every road that leads out of a document. */
    private String bait() throws IOException {
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
        return """
                <html><head>
                <link rel="stylesheet" type="text/css" href="%1$s"/>
                <style>
                  @import url('%1$s');
                  @import url('%4$s/.css');
                  @font-face { font-family: 'Stolen'; src: url('%3$s'); -fs-pdf-font-embed: embed }
                  .background { background-image: url('%2$s'); width: 50px; height: 50px }
                  .content::after { content: url('%2$s') }
                  li { list-style-image: url('%2$s') }
                </style></head><body>
                <p>still here</p>
                <p style="font-family: 'Stolen'">stolen font</p>
                <img src="%2$s" alt=""/><img src="%4$s/.png" alt=""/><img src="%5$s" alt=""/>
                <img src="secret.png" alt=""/><img src="jar:%3$s!/x" alt=""/>
                <img src="classpath:META-INF/MANIFEST.MF" alt=""/>
                <div class="background"></div><div class="content"></div><ul><li>item</li></ul>
                <object data="%2$s" type="image/png"></object><iframe src="%3$s"></iframe>
                <embed src="%2$s"/>
                </body></html>
                """
                .formatted(style.toUri(), image.toUri(), text.toUri(), webAddress(), data);
    }

    private String webAddress() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int imagesIn(byte[] pdf) throws IOException {
        int images = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    images += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return images;
    }

    private static List<PDAction> actionsIn(PDDocument document) throws IOException {
        List<PDAction> actions = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                actions.add(((PDAnnotationLink) annotation).getAction());
            }
        }
        return actions;
    }
}
