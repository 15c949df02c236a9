package com.interspace.chassis.trace;

import org.jboss.logging.MDC;

/** Names the object that work is about, a ticket as a rule, in every line that is logged meanwhile ({@code subject}). */
public final class LogSubject implements AutoCloseable {

    private static final String KEY = "subject";

    private LogSubject() {}

    /** @param id null when the work is about nothing in particular */
    public static LogSubject of(String id) {
        if (id != null) {
            MDC.put(KEY, id);
        }
        return new LogSubject();
    }

    @Override
    public void close() {
        MDC.remove(KEY);
    }
}
