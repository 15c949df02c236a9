package com.interspace.ticketing.adapter.rest;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** How a download is named (RFC 6266): a plain name for the oldest readers, the true one encoded (RFC 8187). */
final class ContentDisposition {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String attachment(String fileName) {
        String plain = Normalizer.normalize(fileName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]|[\"\\\\%;]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            boolean asItIs = letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            encoded.append(asItIs ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
        }
        return encoded.toString();
    }
}
