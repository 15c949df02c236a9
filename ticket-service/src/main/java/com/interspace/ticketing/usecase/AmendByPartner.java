package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Conflict;
import com.interspace.chassis.refusal.Forbidden;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TransitionNotAllowed;
import com.interspace.ticketing.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A partner's system answers questions, adds notes, or takes its ticket where a customer may: all or nothing. */
@ApplicationScoped
public class AmendByPartner {

    /**
     * @param answers null when nothing is answered
     * @param status null to leave it
     */
    public record Amendment(ReportForm answers, List<String> notes, Status status, String reason) {}

    private final TicketDesk desk;
    private final CompleteTicket completeTicket;
    private final AddNote addNote;
    private final MoveTicket moveTicket;
    private final InstantSource time;

    @Inject
    AmendByPartner(
            TicketDesk desk,
            CompleteTicket completeTicket,
            AddNote addNote,
            MoveTicket moveTicket,
            InstantSource time) {
        this.desk = desk;
        this.completeTicket = completeTicket;
        this.addNote = addNote;
        this.moveTicket = moveTicket;
        this.time = time;
    }

    /**
     * @throws TransitionNotAllowed when the table does not lead to the status from here
     * @throws Conflict when it does, but not for a customer, or when nothing is asked for and something is answered
     */
    @Transactional
    public Ticket amend(String id, Amendment amendment, Caller caller) {
        Ticket ticket = desk.take(id, caller, Optional.empty(), time.instant());
        if (amendment.answers() != null) {
            answer(ticket, amendment.answers(), caller);
        }
        amendment.notes().forEach(text -> addNote.add(id, text, Visibility.PUBLIC, caller));
        if (amendment.status() != null && amendment.status() != ticket.status()) {
            move(ticket, amendment, caller);
        }
        return ticket;
    }

    private void answer(Ticket ticket, ReportForm answers, Caller caller) {
        if (ticket.missing().isEmpty()) {
            throw new Conflict(
                    "nothing-missing",
                    "Nothing is missing",
                    "Nothing is asked for on this ticket, and only the centre judges; add a note instead.");
        }
        completeTicket.leniently(ticket.id(), answers, Sender.of(caller));
    }

    private void move(Ticket ticket, Amendment amendment, Caller caller) {
        try {
            moveTicket.move(ticket.id(), amendment.status(), amendment.reason(), null, null, Optional.empty(), caller);
        } catch (Forbidden centreOnly) {
            throw new Conflict(
                    "transition-not-yours",
                    "Transition not yours",
                    centreOnly.getMessage() + " You may cancel, confirm what is resolved (closed) or reopen it.",
                    Map.of("currentStatus", ticket.status().toString()));
        }
    }
}
