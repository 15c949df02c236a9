package com.interspace.chassis.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Prints XHTML as a PDF/A-2b document: embedded fonts with Cyrillic, sRGB, the same bytes for the same input.
 *
 * <p>Nothing outside the markup is ever read, except pictures handed over beforehand: no file, no web address, no class path,
 * no {@code data:} address; what asks for one stays empty. Scripts, forms and links that are neither web nor mail are dropped. Styles stand in the markup;
 * whatever font they name, DejaVu Sans is used. Characters that it lacks are printed as {@code #}.
 *
 * <p>Loads its fonts when it is made, so make one and keep it. Safe to share between threads.
 */
public class PdfPrinter {

    static {
        // The renderer tells the log about each step of each page.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final DejaVuSans font = new DejaVuSans();
    private final byte[] sRgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final Pictures pictures;

    public PdfPrinter() {
        this(Map.of());
    }

    /** @param pictures by the name by which the markup asks for them: {@code <img src="picture:name"/>} */
    public PdfPrinter(Map<String, Picture> pictures) {
        this.pictures = new Pictures(pictures);
    }

    /**
     * Prints one document.
     *
     * @param xhtml well-formed XHTML, without a DTD except a plain {@code <!DOCTYPE html>}, so entities by number only;
     *     texts of people must be escaped by the caller. {@code lang} of its root is the language, {@code en} if absent
     * @param info what the document says about itself; a title in the markup is ignored
     * @return the bytes of the PDF
     * @throws IllegalArgumentException if the markup is not well-formed or has a DTD
     */
    public byte[] print(String xhtml, DocumentInfo info) {
        Document markup = InertMarkup.parse(xhtml);
        String language = markup.getDocumentElement().getAttribute("lang");
        PdfProperties properties = new PdfProperties(info, language.isBlank() ? "en" : language);
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = rendererOf(markup, pdf)) {
            renderer.createPDFWithoutClosing();
            properties.writeTo(pdf);
            pdf.setDocumentId(idOf(xhtml));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The document '" + info.title() + "' cannot be printed", e);
        }
    }

    private PdfBoxRenderer rendererOf(Document markup, PDDocument pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .useColorProfile(sRgb)
                .withW3cDocument(markup, null);
        pictures.offerTo(builder);
        font.offerTo(builder);
        return builder.buildPdfRenderer();
    }

    /** The seed of the file identifier, which PDFBox would otherwise take from the clock. */
    private static long idOf(String xhtml) {
        return ByteBuffer.wrap(Sha256.digest(xhtml.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
