package com.interspace.ticketing.ticket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code IS-} + seven digits + a Damm check digit, such as {@code IS-1000042-2}. The check digit catches every
 * single wrong digit and every swap of two neighbours, so that a misread number is unknown rather than another
 * customer's.
 */
public final class TicketId {

    private static final Pattern SHAPE = Pattern.compile("IS-(\\d{7})-(\\d)");

    /** Damm's quasigroup of order ten: weakly totally anti-symmetric, zeros on the diagonal. */
    private static final String[] DAMM = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    private TicketId() {}

    /** @param number from the sequence, at most seven digits */
    public static String of(long number) {
        if (number < 0 || number > 9_999_999) {
            throw new IllegalArgumentException("Ticket numbers have seven digits, not " + number);
        }
        String digits = Long.toString(10_000_000 + number).substring(1);
        return "IS-" + digits + "-" + checkDigit(digits);
    }

    /** False for another shape and for a wrong check digit. */
    public static boolean isValid(String id) {
        Matcher parts = SHAPE.matcher(id);
        return parts.matches() && checkDigit(parts.group(1)) == parts.group(2).charAt(0) - '0';
    }

    private static int checkDigit(String digits) {
        int interim = 0;
        for (char digit : digits.toCharArray()) {
            interim = DAMM[interim].charAt(digit - '0') - '0';
        }
        return interim;
    }
}
