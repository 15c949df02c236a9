package com.interspace.ticketing.ticket;

import com.interspace.ticketing.ticket.MissingInformation.Question;
import java.util.List;

/**
 * All that is known about a report at the moment it becomes a ticket.
 *
 * @param questions what the reporter has to be asked; empty from the strict doors
 * @param language ISO 639-1 code; null when it cannot be told
 * @param likelyDuplicates open tickets on the same service or circuit, newest first
 * @param reportDigest of the report as it was sent
 * @param words a partner's own
 * @param by who opens the ticket: the reporter, or an agent for him
 */
public record Opening(
        String account,
        Reporter reporter,
        Report report,
        List<Question> questions,
        String language,
        List<String> likelyDuplicates,
        String reportDigest,
        PartnerWords words,
        Actor by) {}
