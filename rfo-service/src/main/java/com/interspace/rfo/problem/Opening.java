package com.interspace.rfo.problem;

import java.util.Set;

/**
 * What a problem is opened with. At least one of tickets, services and circuits says what it is about.
 *
 * @param description may be null, as {@code reason}
 * @param category classifier of TMF656, {@code role.category}, such as {@code serviceProvider.declarer}
 */
public record Opening(
        String title,
        String description,
        String reason,
        String category,
        Priority priority,
        Originator originator,
        Set<String> tickets,
        Set<String> services,
        Set<String> circuits) {

    /** A person of the centre recognised it. */
    public static final String BY_PERSON = "serviceProvider.declarer";

    /** The analysis found it and a person agreed. */
    public static final String BY_FINDING = "system.originated";
}
