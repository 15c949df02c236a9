package com.interspace.ticketing.ticket;

/** Rings when something has happened to a ticket, whichever instance of the service it happened on. */
public interface TicketBell {

    /**
     * @param rung called soon after each happening, and whenever one may have been missed, on a thread that must not
     *     be kept; what has happened is in the history by then
     * @return to be closed by whoever no longer listens
     */
    Listening listen(String ticketId, Runnable rung);

    /** Somebody listens. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
