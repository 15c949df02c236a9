package com.interspace.ticketing.ticket;

import java.util.List;

/**
 * What an answer to the centre's questions came to.
 *
 * @param report the report with the usable answers filled in
 * @param given the fields that were answered usably
 * @param remaining what is still to be asked for
 */
public record Completion(Report report, List<String> given, MissingInformation remaining) {

    public Completion {
        given = List.copyOf(given);
    }
}
