package com.interspace.chassis.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * A picture that a document may show, such as the logo of who issues it. Whatever it was made with, it is kept as opaque
 * sRGB on white, which PDF/A-2b takes.
 */
public final class Picture {

    private static final long MOST_PIXELS = 4_000_000;

    private final byte[] png;

    private Picture(byte[] png) {
        this.png = png;
    }

    /**
     * @param file the bytes of a PNG, JPEG, GIF or BMP file
     * @throws IllegalArgumentException if it is none, or has more than four million pixels
     */
    public static Picture of(byte[] file) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            if (read == null) {
                throw new IllegalArgumentException("Not a picture: PNG, JPEG, GIF or BMP is needed");
            }
            if ((long) read.getWidth() * read.getHeight() > MOST_PIXELS) {
                throw new IllegalArgumentException("The picture has more than " + MOST_PIXELS + " pixels");
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(opaque(read), "png", png);
            return new Picture(png.toByteArray());
        } catch (IOException broken) {
            throw new IllegalArgumentException("The picture cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    ByteArrayInputStream png() {
        return new ByteArrayInputStream(png);
    }
}
