package com.interspace.chassis.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final String MARKUP =
            "<html lang=\"en\"><body><p>Interspace</p><img src=\"picture:%s\" style=\"height: 10mm\"/></body></html>";

    @Test
    void a_picture_that_was_handed_over_is_shown_and_the_document_stays_pdf_a_2b() throws Exception {
        PdfPrinter printer = new PdfPrinter(Map.of("logo", Picture.of(halfTransparent())));

        byte[] pdf = printer.print(MARKUP.formatted("logo"), Documents.anyInfo());

        PDImageXObject shown = onlyPictureIn(pdf);
        assertThat(shown.getWidth()).isEqualTo(40);
        assertThat(new Color(shown.getImage().getRGB(0, 0))).isEqualTo(Color.WHITE);
        assertThat(new Color(shown.getImage().getRGB(39, 0))).isEqualTo(Color.RED);
        assertThat(VeraPdf.objectionsTo(pdf)).isEmpty();
        assertThat(printer.print(MARKUP.formatted("logo"), Documents.anyInfo())).isEqualTo(pdf);
    }

    @Test
    void a_picture_that_was_not_handed_over_stays_empty() throws Exception {
        PdfPrinter printer = new PdfPrinter(Map.of("logo", Picture.of(halfTransparent())));

        assertThat(onlyPictureIn(printer.print(MARKUP.formatted("other"), Documents.anyInfo())))
                .isNull();
    }

    @Test
    void what_is_no_picture_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("<svg/>".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("PNG");
    }

    private static byte[] halfTransparent() throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
        for (int x = 20; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static PDImageXObject onlyPictureIn(byte[] pdf) throws IOException {
        PDDocument document = Loader.loadPDF(pdf);
        PDResources resources = document.getPage(0).getResources();
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDImageXObject image) {
                return image;
            }
        }
        return null;
    }
}
