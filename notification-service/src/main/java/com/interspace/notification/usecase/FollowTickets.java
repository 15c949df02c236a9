package com.interspace.notification.usecase;

import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Keeps up with what is said about tickets. */
@ApplicationScoped
public class FollowTickets {

    private final Directory directory;
    private final TellPeople tellPeople;

    @Inject
    FollowTickets(Directory directory, TellPeople tellPeople) {
        this.directory = directory;
        this.tellPeople = tellPeople;
    }

    @Transactional
    public void heard(Ticket ticket, Notice notice) {
        directory.holdStill(ticket.serviceId(), ticket.ticketId());
        directory.keep(ticket);
        tellPeople.aboutWhatHoldsStill(notice);
        tellPeople.ticketArrived(ticket.ticketId());
    }
}
