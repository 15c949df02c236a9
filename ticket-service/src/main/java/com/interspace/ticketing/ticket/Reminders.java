package com.interspace.ticketing.ticket;

import java.time.Instant;
import java.util.UUID;

/** What a ticket wants to be woken for. Each ticket has at most one of each. */
public interface Reminders {

    /** A clock reaches a threshold. */
    void clockAt(String ticketId, Instant at);

    void noClock(String ticketId);

    /** A resolved ticket closes by itself. */
    void closeAt(String ticketId, Instant at);

    void noClose(String ticketId);

    /** Missing information has not been given. */
    void informationAt(String ticketId, Instant at);

    /** The next business day begins for a proposed or agreed deferral. */
    void deferralAt(String ticketId, Instant at);

    /** What was said publicly on a parent is due to reach this child; {@code noteId} is the parent's note. */
    void carryNote(String childId, UUID noteId, Instant at);

    /** The parent is resolved, and this child is to follow. */
    void carryResolution(String childId, Instant at);
}
