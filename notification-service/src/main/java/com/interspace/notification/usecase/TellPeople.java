package com.interspace.notification.usecase;

import com.interspace.chassis.trace.TraceParent;
import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Gathering;
import com.interspace.notification.audience.House;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Notices;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Decides who is told of something and writes each of them his message, once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TellPeople {

    private final Directory directory;
    private final Notices notices;
    private final House house;
    private final WriteLetters letters;
    private final WriteDeliveries deliveries;

    @Inject
    TellPeople(Directory directory, Notices notices, House house, WriteLetters letters, WriteDeliveries deliveries) {
        this.directory = directory;
        this.notices = notices;
        this.house = house;
        this.letters = letters;
        this.deliveries = deliveries;
    }

    /** Tells everybody who is known now; for the others the notice waits. An event that is known changes nothing. */
    public void about(Notice notice) {
        if (notice.occasion().told().isEmpty()) {
            return;
        }
        directory.holdStill(notice.serviceId(), notice.ticketId());
        notice.belongsToTrace(TraceParent.current());
        if (notices.add(notice)) {
            tell(notice);
        }
    }

    /** Completes what has waited for this service, its contacts among it. */
    public void serviceArrived(String serviceId) {
        notices.waitingAboutService(serviceId).forEach(this::tell);
    }

    /** Completes what has waited for this ticket. */
    public void ticketArrived(String ticketId) {
        notices.waitingAboutTicket(ticketId).forEach(this::tell);
    }

    private void tell(Notice notice) {
        Ticket ticket = notice.ticketId() == null
                ? null
                : directory.ticket(notice.ticketId()).orElse(null);
        if (notice.serviceId() == null && ticket != null) {
            notice.isAbout(ticket.serviceId());
        }
        Service service = notice.serviceId() == null
                ? null
                : directory.service(notice.serviceId()).orElse(null);
        Gathering gathering = Gathering.of(notice, service, ticket, house);
        gathering.recipients().forEach(recipient -> letters.write(notice, recipient, service, ticket));
        if (ticket != null) {
            deliveries.write(notice, ticket);
        }
        notice.waitFor(gathering.missing());
    }
}
