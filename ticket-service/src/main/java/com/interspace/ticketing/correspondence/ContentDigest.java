package com.interspace.ticketing.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * What two copies of one mail have in common, whichever way each of them came: who sent it when under which
 * Message-ID, and its body. A mail without a Message-ID has no copies.
 */
public final class ContentDigest {

    private static final Set<String> THE_SENDERS = Set.of("message-id", "from", "date", "subject");

    private ContentDigest() {}

    /** @param unique something that no other mail has, for a mail without a Message-ID */
    public static String of(byte[] raw, String unique) {
        int body = bodyOf(raw);
        String headers = new String(raw, 0, body, StandardCharsets.ISO_8859_1).replaceAll("\r?\n[ \t]+", " ");
        MessageDigest digest = sha256();
        boolean named = false;
        for (String line : headers.split("\r?\n")) {
            String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
            if (THE_SENDERS.contains(name)) {
                named |= name.equals("message-id");
                digest.update(line.trim().getBytes(StandardCharsets.ISO_8859_1));
                digest.update((byte) '\n');
            }
        }
        digest.update(named ? new byte[0] : unique.getBytes(StandardCharsets.UTF_8));
        digest.update(raw, body, raw.length - body);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of all the bytes. */
    public static String whole(byte[] raw) {
        return HexFormat.of().formatHex(sha256().digest(raw));
    }

    private static int bodyOf(byte[] raw) {
        for (int i = 0; i < raw.length - 1; i++) {
            if (raw[i] == '\n'
                    && (raw[i + 1] == '\n' || (raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n'))) {
                return i + 1;
            }
        }
        return raw.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
