package com.interspace.ticketing.usecase;

import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Notes;
import com.interspace.ticketing.ticket.Reminders;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Tickets;
import com.interspace.ticketing.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * What the centre says publicly about a wider fault, and its end, reach every child that is open. The parent's
 * transaction only arms a timer for each child; each child is then told in a transaction of its own, once.
 */
@ApplicationScoped
public class CarryToChildren {

    private final Tickets tickets;
    private final Notes notes;
    private final TicketDesk desk;
    private final Reminders reminders;
    private final InstantSource time;

    @Inject
    CarryToChildren(Tickets tickets, Notes notes, TicketDesk desk, Reminders reminders, InstantSource time) {
        this.tickets = tickets;
        this.notes = notes;
        this.desk = desk;
        this.reminders = reminders;
        this.time = time;
    }

    void said(Note note, Instant now) {
        if (note.visibility() == Visibility.PUBLIC && note.author().isCentre()) {
            tickets.openChildren(note.ticketId()).forEach(child -> reminders.carryNote(child, note.id(), now));
        }
    }

    void resolved(Ticket parent, Instant now) {
        tickets.openChildren(parent.id()).forEach(child -> reminders.carryResolution(child, now));
    }

    /** Brings one word of the parent to one child; nothing happens when it has it, or has ended meanwhile. */
    @Transactional
    public void note(String childId, UUID noteId) {
        Instant now = time.instant();
        Note said = notes.find(noteId).orElseThrow();
        takeOpen(childId, now)
                .filter(child -> !notes.wasCarried(childId, noteId))
                .ifPresent(child -> {
                    UUID id = UUID.randomUUID();
                    child.updatedByParent(id, said.text(), said.author(), now);
                    notes.add(said.carriedTo(child, id, now));
                    desk.put(child, now);
                });
    }

    /** Resolves one child with its parent's words; nothing happens when the parent has been reopened meanwhile. */
    @Transactional
    public void resolution(String childId) {
        Instant now = time.instant();
        takeOpen(childId, now).ifPresent(child -> {
            Ticket parent =
                    tickets.find(child.joins().parentId(), Optional.empty()).orElseThrow();
            if (parent.status() == Status.RESOLVED || parent.status() == Status.CLOSED) {
                child.transition(Status.RESOLVED, Actor.SYSTEM, null, null, parent.resolution(), now);
                desk.put(child, now);
            }
        });
    }

    private Optional<Ticket> takeOpen(String childId, Instant now) {
        Optional<Ticket> open = tickets.take(childId, Optional.empty())
                .filter(child -> child.joins().parentId() != null)
                .filter(child -> !child.status().isFinal() && child.status() != Status.RESOLVED);
        open.ifPresent(child -> desk.noteCrossings(child, now));
        return open;
    }
}
