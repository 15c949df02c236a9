package com.interspace.local.part;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as it lies in a mailbox.
 *
 * @param from the sender's bare address
 * @param to the bare address of the mailbox that the copy was delivered to
 * @param headers by name as sent; a repeated header's values are joined by a line feed
 * @param text the plain part, null when there is none
 * @param html the HTML part, null when there is none
 */
public record ReceivedMail(
        String from,
        String to,
        String subject,
        String messageId,
        Map<String, String> headers,
        String text,
        String html,
        List<Attachment> attachments) {

    /** A file in a message; the hash is the lower-case hex SHA-256 of its bytes. */
    public record Attachment(String name, String contentType, int size, String sha256) {}

    /** Whether the ticket's id stands in the subject or in a header (the Message-IDs of its thread carry it). */
    public boolean isAbout(String ticketId) {
        return (subject != null && subject.contains(ticketId))
                || headers.values().stream().anyMatch(value -> value.contains(ticketId));
    }

    /** The value of a header, whatever its case; empty when it is absent. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    static ReceivedMail of(String recipient, MimeMessage message) {
        Content content = new Content();
        // The message is shared by everybody who reads the mailbox, and it is parsed on first use.
        synchronized (message) {
            try {
                content.read(message);
                return new ReceivedMail(
                        sender(message),
                        recipient,
                        message.getSubject(),
                        message.getMessageID(),
                        headers(message),
                        content.text,
                        content.html,
                        content.attachments);
            } catch (MessagingException e) {
                throw new IllegalStateException("A message to " + recipient + " cannot be read.", e);
            } catch (IOException e) {
                throw new UncheckedIOException("A message to " + recipient + " cannot be read.", e);
            }
        }
    }

    private static String sender(MimeMessage message) throws MessagingException {
        return message.getFrom() == null || message.getFrom().length == 0
                ? null
                : ((InternetAddress) message.getFrom()[0]).getAddress();
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), header.getValue(), (first, next) -> first + "\n" + next);
        }
        return headers;
    }

    private static final class Content {
        private String text;
        private String html;
        private final List<Attachment> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    read(parts.getBodyPart(i));
                }
            } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(attachment(part));
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            }
        }

        private static Attachment attachment(Part part) throws MessagingException, IOException {
            byte[] bytes = part.getInputStream().readAllBytes();
            String contentType = part.getContentType().split(";", 2)[0];
            return new Attachment(part.getFileName(), contentType, bytes.length, sha256(bytes));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
