package com.interspace.systemtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Mails that no program should write, made from the mails of ticket-service's corpus. */
final class HostileMails {

    private static final Path CORPUS = Path.of("..", "..", "ticket-service", "src", "test", "resources", "mail");

    private final List<byte[]> corpus = new ArrayList<>();
    private final Malice malice;

    HostileMails(Malice malice) {
        this.malice = malice;
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                corpus.add(Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] next() {
        byte[] mail = malice.any(corpus).clone();
        if (malice.oneIn(3)) {
            mail = Arrays.copyOf(mail, mail.length - malice.below(mail.length));
        }
        for (int harm = malice.below(20); harm > 0; harm--) {
            mail[malice.below(mail.length)] = (byte) malice.below(256);
        }
        if (malice.oneIn(3)) {
            mail = withHeader(mail, malice.any(List.of("Subject", "From", "Date", "References", "Content-Type", "X")));
        }
        return malice.oneIn(8) ? nested(200) : mail;
    }

    private byte[] withHeader(byte[] mail, String name) {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes((name + ": " + malice.word().replace("\r", "").replace("\n", "\n ") + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        more.writeBytes(mail);
        return more.toByteArray();
    }

    private static byte[] nested(int deep) {
        StringBuilder mail = new StringBuilder("From: anna@acme.example\r\nSubject: deep\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < deep; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return mail.append("Content-Type: text/plain\r\n\r\nbottom").toString().getBytes(StandardCharsets.UTF_8);
    }
}
