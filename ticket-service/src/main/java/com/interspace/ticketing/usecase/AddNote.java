package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Forbidden;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Notes;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Somebody says something about a ticket. */
@ApplicationScoped
public class AddNote {

    private final TicketDesk desk;
    private final Notes notes;
    private final CarryToChildren children;
    private final InstantSource time;

    @Inject
    AddNote(TicketDesk desk, Notes notes, CarryToChildren children, InstantSource time) {
        this.desk = desk;
        this.notes = notes;
        this.children = children;
        this.time = time;
    }

    /** @throws Forbidden when somebody outside the centre wants to write an internal note */
    @Transactional
    public Note add(String ticketId, String text, Visibility visibility, Caller caller) {
        Instant now = time.instant();
        if (visibility == Visibility.INTERNAL && !caller.isCentre()) {
            throw new Forbidden("Internal notes belong to the centre; leave visibility out or say public.");
        }
        Ticket ticket = desk.take(ticketId, caller, Optional.empty(), now);
        Actor author = Actors.of(caller);
        String readable = Text.readable(text);
        UUID noteId = UUID.randomUUID();
        ticket.noted(noteId, visibility, readable, author, Actors.channelOf(caller), now);
        Note note = new Note(noteId, ticket, now, author, visibility, readable);
        notes.add(note);
        children.said(note, now);
        desk.put(ticket, now);
        return note;
    }
}
