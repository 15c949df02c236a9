package com.interspace.ticketing.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two reports with the same external id are the same report, word by word. */
public final class ReportDigest {

    private ReportDigest() {}

    /** SHA-256 in hexadecimal over every field as it was sent. */
    public static String of(ReportForm form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            form.values().forEach((field, value) -> {
                String text = value == null ? "-" : value.length() + ":" + value;
                digest.update((field + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
