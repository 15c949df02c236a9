package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.ticket.HistoryRow;
import com.interspace.ticketing.usecase.FollowTicket;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;

/**
 * One open stream of one ticket. It only ever sends what stands in the history behind the row that it sent last, so
 * that however often it is rung, nothing is left out and nothing comes twice.
 */
final class Follower {

    private final String ticketId;
    private final boolean centre;
    private final Instant endsAt;
    private final FollowTicket follow;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private long last;

    /**
     * @param last the sequence of the row that the client has seen last
     * @param centre whether internal notes are for these eyes
     * @param endsAt when the client has to come again with a token that is valid then
     */
    Follower(
            String ticketId,
            long last,
            boolean centre,
            Instant endsAt,
            FollowTicket follow,
            Sse sse,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        this.ticketId = ticketId;
        this.last = last;
        this.centre = centre;
        this.endsAt = endsAt;
        this.follow = follow;
        this.sse = sse;
        this.emitter = emitter;
    }

    /** Sends what has happened meanwhile. */
    synchronized void catchUp() {
        List<HistoryRow> rows = emitter.isCancelled() ? List.of() : follow.after(ticketId, last);
        while (!rows.isEmpty()) {
            rows.forEach(this::send);
            rows = follow.after(ticketId, last);
        }
    }

    /** Shows that the line is alive, and looks whether the bell was not heard. */
    void beat(Instant now) {
        if (now.isBefore(endsAt)) {
            catchUp();
            emitter.emit(sse.newEventBuilder().comment("still here").build());
        } else {
            end();
        }
    }

    void end() {
        emitter.complete();
    }

    private void send(HistoryRow row) {
        last = row.sequence();
        if (centre || !isInternalNote(row)) {
            emitter.emit(sse.newEventBuilder()
                    .id(Long.toString(row.sequence()))
                    .name(row.type())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(HistoryView.class, HistoryView.of(row))
                    .build());
        }
    }

    /** Whose detail has been erased could have been one. */
    private static boolean isInternalNote(HistoryRow row) {
        return row.type().equals("note-added")
                && (row.detail() == null || row.detail().contains("\"visibility\":\"internal\""));
    }
}
