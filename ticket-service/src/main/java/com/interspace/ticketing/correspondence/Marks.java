package com.interspace.ticketing.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds our signed mark in an answer: {@code kind.subject.hash.signature}, the left part of every Message-ID that
 * notification-service gives (its ADR 0001), which also stands at the end of each message because some mail systems
 * rewrite Message-IDs. Without the secret nobody can make one.
 */
public final class Marks {

    private static final Pattern SHAPE =
            Pattern.compile("\\b((ticket|service)\\.([A-Za-z0-9-]{1,100})\\.[0-9a-f]{32})\\.([0-9a-f]{32})\\b");
    private static final int HEX_DIGITS = 32;

    /** A mail may quote a whole correspondence; beyond that nobody looks. */
    private static final int MOST_LOOKED_AT = 100;

    private final byte[] secret;

    /** @param secret empty when nothing is signed: then no mark is genuine */
    public Marks(Optional<String> secret) {
        this.secret = secret.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** The genuine mark that the mail answers to: the nearest message first, then the body. */
    public Optional<Mark> answeredBy(Mail mail) {
        if (secret.length == 0) {
            return Optional.empty();
        }
        return Stream.of(
                        mail.all("In-Reply-To"),
                        mail.all("References").stream().map(Marks::newestFirst).toList())
                .flatMap(values -> values.stream())
                .flatMap(this::genuine)
                .findFirst()
                .or(() -> genuine(mail.text()).findFirst());
    }

    /** Whether the mail itself is one of ours that came back. */
    public boolean isOurs(Mail mail) {
        return secret.length > 0
                && mail.all("Message-ID").stream()
                        .flatMap(this::genuine)
                        .findAny()
                        .isPresent();
    }

    private Stream<Mark> genuine(String text) {
        Matcher marks = SHAPE.matcher(text);
        return marks.results()
                .limit(MOST_LOOKED_AT)
                .filter(mark -> isGenuine(mark.group(1), mark.group(4)))
                .map(mark -> new Mark(mark.group(2), mark.group(3)));
    }

    private static String newestFirst(String references) {
        StringBuilder turned = new StringBuilder();
        for (String id : references.trim().split("\\s+")) {
            turned.insert(0, id + " ");
        }
        return turned.toString();
    }

    private boolean isGenuine(String unsigned, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String ours = HexFormat.of()
                    .formatHex(mac.doFinal(unsigned.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, HEX_DIGITS);
            return MessageDigest.isEqual(
                    ours.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
