package com.interspace.notification.adapter.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server reports about a message that it could not deliver for good (RFC 3464). A delay is not reported
 * here, nor is a delivery.
 *
 * @param messageId the Message-ID of what came back
 * @param recipient whom it did not reach, or null when the report does not say
 * @param reason the server's own words
 */
record DeliveryReport(String messageId, String recipient, String reason) {

    private static final int LONGEST_PART = 64 * 1024;
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>\\s]{1,250}>)");

    static Optional<DeliveryReport> in(Part mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        String status = null;
        String original = null;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status = text(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                original = text(part);
            }
        }
        return status == null || original == null ? Optional.empty() : failure(status, original);
    }

    /** The first group of fields is about the report, each further one about a recipient. */
    private static Optional<DeliveryReport> failure(String status, String original) throws MessagingException {
        Matcher messageId = MESSAGE_ID.matcher(original);
        if (!messageId.find()) {
            return Optional.empty();
        }
        for (String group : status.replace("\r\n", "\n").split("\n\\s*\n")) {
            InternetHeaders fields = fields(group);
            if ("failed".equalsIgnoreCase(value(fields, "Action")) && startsWith5(value(fields, "Status"))) {
                String diagnostic = value(fields, "Diagnostic-Code");
                return Optional.of(new DeliveryReport(
                        messageId.group(1),
                        value(fields, "Final-Recipient"),
                        "Came back: " + (diagnostic == null ? value(fields, "Status") : diagnostic)));
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith5(String status) {
        return status != null && status.startsWith("5");
    }

    private static InternetHeaders fields(String group) throws MessagingException {
        return new InternetHeaders(
                new ByteArrayInputStream((group.strip() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The value without the type in front of it, such as {@code rfc822;} or {@code smtp;}. */
    private static String value(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null
                ? null
                : value.replaceAll("^[A-Za-z0-9-]+;", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readNBytes(LONGEST_PART), StandardCharsets.ISO_8859_1);
        }
    }
}
