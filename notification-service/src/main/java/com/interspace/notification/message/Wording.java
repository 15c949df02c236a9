package com.interspace.notification.message;

import java.util.Map;

/** Puts values into the words of a template. */
public interface Wording {

    /** A written message: one line of subject, and the same content as plain text and as HTML. */
    record Letter(String subject, String text, String html) {}

    /**
     * @param template such as {@code customer/ticket-opened}
     * @param values lines and lists of lines; HTML is escaped here, not before
     */
    Letter write(String template, Map<String, Object> values);
}
