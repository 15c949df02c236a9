package com.interspace.ticketing.adapter.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads header values: encoded words (RFC 2047), also where they touch other text or each other or break a letter in
 * two, and bytes that nobody encoded at all.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+?)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {}

    /** @param raw the unfolded value, a byte a character */
    static String decode(String raw) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher words = WORD.matcher(raw);
        while (words.find()) {
            String between = raw.substring(end, words.start());
            boolean goesOn = charset != null && between.isBlank();
            if (!goesOn || !charset.equalsIgnoreCase(words.group(1))) {
                flush(pending, charset, text);
            }
            if (!goesOn) {
                text.append(unencoded(between));
            }
            charset = words.group(1);
            pending.writeBytes(bytes(words.group(2), words.group(3)));
            end = words.end();
        }
        flush(pending, charset, text);
        return text.append(unencoded(raw.substring(end)))
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder text) {
        text.append(Charsets.decode(pending.toByteArray(), charset));
        pending.reset();
    }

    private static String unencoded(String raw) {
        return Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static byte[] bytes(String encoding, String text) {
        boolean base64 = encoding.toLowerCase(Locale.ROOT).equals("b");
        byte[] encoded = (base64 ? text : text.replace('_', ' ')).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return MimeUtility.decode(new ByteArrayInputStream(encoded), base64 ? "base64" : "quoted-printable")
                    .readAllBytes();
        } catch (MessagingException | IOException broken) {
            return encoded;
        }
    }
}
