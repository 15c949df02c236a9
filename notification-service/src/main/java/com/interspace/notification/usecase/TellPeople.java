package com.interspace.notification.usecase;

import com.interspace.chassis.trace.TraceParent;
import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Gathering;
import com.interspace.notification.audience.House;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Notices;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import com.interspace.notification.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Decides who is told of something and writes each of them his message, once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TellPeople {

    private final Directory directory;
    private final Notices notices;
    private final Messages messages;
    private final House house;
    private final WriteLetters letters;
    private final WriteDeliveries deliveries;

    @Inject
    TellPeople(
            Directory directory,
            Notices notices,
            Messages messages,
            House house,
            WriteLetters letters,
            WriteDeliveries deliveries) {
        this.directory = directory;
        this.notices = notices;
        this.messages = messages;
        this.house = house;
        this.letters = letters;
        this.deliveries = deliveries;
    }

    /** Tells everybody who is known now; for the others the notice waits. An event that is known changes nothing. */
    public void about(Notice notice) {
        directory.holdStill(notice.serviceId(), notice.ticketId());
        aboutWhatHoldsStill(notice);
    }

    /** The same about a service and a ticket that the caller has had hold still. */
    void aboutWhatHoldsStill(Notice notice) {
        if (notice.occasion().told().isEmpty()) {
            return;
        }
        notice.belongsToTrace(TraceParent.current());
        if (notices.add(notice)) {
            tell(notice, Set.of());
        }
    }

    /** Completes what has waited for this service, its contacts among it. */
    public void serviceArrived(String serviceId) {
        notices.waitingAboutService(serviceId).forEach(this::tellOthers);
    }

    /** Completes what has waited for this ticket. */
    public void ticketArrived(String ticketId) {
        notices.waitingAboutTicket(ticketId).forEach(this::tellOthers);
    }

    private void tellOthers(Notice notice) {
        tell(notice, messages.toldOf(notice.eventId()));
    }

    private void tell(Notice notice, Set<Messages.Told> before) {
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
        gathering.recipients().stream()
                .filter(recipient -> !before.contains(new Messages.Told(recipient.key(), recipient.medium())))
                .forEach(recipient -> letters.write(notice, recipient, service, ticket));
        if (ticket != null) {
            deliveries.write(notice, ticket, before);
        }
        notice.waitFor(gathering.missing());
    }
}
