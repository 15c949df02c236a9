package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.ticketing.intake.ReportForm;
import com.interspace.ticketing.ticket.PartnerTickets;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** A partner's system reports a fault, with the notes that it has taken already. */
@ApplicationScoped
public class ReportByPartner {

    private final AcceptReport acceptReport;
    private final AddNote addNote;
    private final PartnerTickets tickets;

    @Inject
    ReportByPartner(AcceptReport acceptReport, AddNote addNote, PartnerTickets tickets) {
        this.acceptReport = acceptReport;
        this.addNote = addNote;
        this.tickets = tickets;
    }

    /** As {@link AcceptReport#accept}; a report that is repeated under its external id adds its notes once. */
    @Transactional
    public Ticket report(ReportForm form, List<String> notes, Caller caller) {
        Ticket ticket = acceptReport.accept(form, Sender.of(caller));
        if (!notes.isEmpty() && tickets.publicNotes(List.of(ticket.id())).isEmpty()) {
            notes.forEach(text -> addNote.add(ticket.id(), text, Visibility.PUBLIC, caller));
        }
        return ticket;
    }
}
