package com.interspace.ticketing.adapter.email;

import com.interspace.ticketing.correspondence.MailFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the parts of a mail, within bounds that no honest mail reaches. */
final class MimeContent {

    private static final int MOST_FILES = 50;
    private static final int MOST_PARTS = 500;
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 60 * 1024;

    /** Proofs of origin that are of use to nobody who reads the ticket. */
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");

    /** For headers whose parameters break the grammar: names with spaces and no quotes, mostly. */
    private static final Pattern TYPE = Pattern.compile("^\\s*[\\w-]+/[\\w.+-]+");

    private static final Pattern NAME = Pattern.compile("(?i)name\\s*=\\s*\"?([^\";]+)");

    private static final String TOO_MANY =
            "The mail has more than " + MOST_FILES + " files; only the first " + MOST_FILES + " were taken.";
    private static final String TOO_DEEP = "The mail is nested too deeply to be read to its end.";
    private static final String TOO_LONG = "The text is longer than 60 kB; the rest of it was not taken.";
    private static final String BROKEN = "A part of the mail could not be read.";

    private final List<String> remarks;
    private final List<MailFile> files = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int parts;

    MimeContent(List<String> remarks) {
        this.remarks = remarks;
    }

    void read(MimeMessage message) {
        read(message, 0);
    }

    /** What the mail says: its plain text, or its HTML where it has none. */
    String text() {
        String text = plain.toString().isBlank() && html.length() > 0 ? HtmlText.of(html.toString()) : plain.toString();
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        remark(TOO_LONG);
        return text.substring(0, LONGEST_TEXT);
    }

    List<MailFile> files() {
        return files;
    }

    private void read(MimePart part, int depth) {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            remark(TOO_DEEP);
            return;
        }
        try {
            ContentType type = typeOf(part);
            if (type.match("multipart/*")) {
                readParts(part, depth);
            } else if (isFile(part, type)) {
                keep(part, type);
            } else if (type.match("text/html")) {
                html.append(string(part, type)).append('\n');
            } else {
                plain.append(string(part, type)).append('\n');
            }
        } catch (MessagingException | IOException broken) {
            remark(BROKEN);
        }
    }

    private void readParts(MimePart part, int depth) throws MessagingException {
        Multipart children = new MimeMultipart(new MimePartDataSource(part));
        for (int i = 0; i < children.getCount() && parts <= MOST_PARTS; i++) {
            read((MimeBodyPart) children.getBodyPart(i), depth + 1);
        }
    }

    private static boolean isFile(MimePart part, ContentType type) throws MessagingException {
        boolean isText = type.match("text/plain") || type.match("text/html");
        return !isText || nameOf(part) != null || isAttached(part);
    }

    private void keep(MimePart part, ContentType type) throws MessagingException, IOException {
        if (SIGNATURES.contains(type.getBaseType().toLowerCase(Locale.ROOT))) {
            return;
        }
        if (bytes(part).length == 0) {
            return;
        }
        if (files.size() == MOST_FILES) {
            remark(TOO_MANY);
            return;
        }
        String name = nameOf(part);
        String fallback = type.match("message/rfc822") ? "message.eml" : null;
        files.add(new MailFile(name == null ? fallback : name, () -> new ByteArrayInputStream(bytes(part))));
    }

    private static String string(MimePart part, ContentType type) throws IOException {
        return Charsets.decode(bytes(part), type.getParameter("charset"));
    }

    /** Decoded; where the encoding is broken, as it stands. */
    private static byte[] bytes(MimePart part) throws IOException {
        try {
            try (InputStream decoded = part.getInputStream()) {
                return decoded.readAllBytes();
            } catch (IOException broken) {
                return rawBytes(part);
            }
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static byte[] rawBytes(MimePart part) throws MessagingException, IOException {
        try (InputStream raw = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return raw.readAllBytes();
        }
    }

    private static ContentType typeOf(MimePart part) throws MessagingException {
        String said = headerOf(part, "Content-Type");
        try {
            return new ContentType(said.isEmpty() ? "text/plain" : said);
        } catch (ParseException unreadable) {
            Matcher type = TYPE.matcher(said);
            return new ContentType(type.find() ? type.group().toLowerCase(Locale.ROOT) : "text/plain");
        }
    }

    private static String nameOf(MimePart part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null ? null : EncodedWords.decode(name);
        } catch (ParseException unreadable) {
            Matcher name = NAME.matcher(headerOf(part, "Content-Disposition") + ";" + headerOf(part, "Content-Type"));
            return name.find() ? EncodedWords.decode(name.group(1).strip()) : null;
        }
    }

    private static boolean isAttached(MimePart part) throws MessagingException {
        return headerOf(part, "Content-Disposition")
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith(Part.ATTACHMENT);
    }

    private static String headerOf(MimePart part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null ? "" : values[0];
    }

    private void remark(String sentence) {
        if (!remarks.contains(sentence)) {
            remarks.add(sentence);
        }
    }
}
