package com.interspace.chassis.page;

import com.interspace.chassis.refusal.Invalid;

/** How many rows a page may have: 50 unless told, at most 200. */
public final class Limit {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Limit() {}

    /** @throws Invalid when the text is not a whole number from 1 to 200 */
    public static int parse(String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(text.trim());
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // answered below like any other impossible limit
        }
        throw new Invalid("limit", "must be a whole number from 1 to " + MOST);
    }
}
