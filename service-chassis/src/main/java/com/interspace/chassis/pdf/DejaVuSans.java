package com.interspace.chassis.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;

/** The one typeface of our documents, with Latin, Greek and Cyrillic; it also stands in for every other that is named. */
final class DejaVuSans {

    private static final String FAMILY = "DejaVu Sans";
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final byte[] regular = load("DejaVuSans.ttf");
    private final byte[] bold = load("DejaVuSans-Bold.ttf");

    void offerTo(PdfRendererBuilder builder) {
        offer(builder, regular, 400);
        offer(builder, bold, 700);
    }

    private static void offer(PdfRendererBuilder builder, byte[] font, int weight) {
        builder.useFont(
                () -> new ByteArrayInputStream(font),
                FAMILY,
                weight,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE));
    }

    private static byte[] load(String file) {
        try (InputStream font = DejaVuSans.class.getResourceAsStream(FOLDER + file)) {
            if (font == null) {
                throw new IllegalStateException(
                        "Font " + file + " is missing: add net.sf.jasperreports:jasperreports-fonts");
            }
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Font " + file + " cannot be read", e);
        }
    }
}
