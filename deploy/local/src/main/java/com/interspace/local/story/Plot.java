package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;

/** What one scene leaves to the next. */
final class Plot {

    static final String SERVICE = "IS-DIA-0001";
    static final String CIRCUIT = "IS-C-10001";

    /** Whether the service was new: only then its welcome is in the mailboxes, which are empty after a restart. */
    boolean freshlyActivated;

    /** The matrix as the contract has it, before the story shortened its ages; null before that. */
    JsonNode contractualMatrix;

    /** The matrix that the ticket climbs. */
    JsonNode matrix;

    String ticketId;

    String ticketPath() {
        return "/v1/tickets/" + ticketId;
    }
}
