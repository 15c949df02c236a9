package com.interspace.notification.usecase;

import com.interspace.notification.audience.Actor;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Tells the centre that somebody could not be told. A report that fails itself is reported no further. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReportFailure {

    private final TellPeople tellPeople;

    @Inject
    ReportFailure(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    /** @param event the id of the event that says the same to the other services */
    void of(Message message, UUID event) {
        if (message.occasion() == Occasion.NOTIFICATION_FAILED || message.isOn(Medium.CHAT)) {
            return;
        }
        tellPeople.about(new Notice(
                event.toString(),
                Occasion.NOTIFICATION_FAILED,
                message.changedAt(),
                message.serviceId(),
                message.ticketId(),
                message.account(),
                Actor.SYSTEM,
                Facts.facts()
                        .word("subjectId", message.id())
                        .word("lost", message.subject())
                        .word("recipient", message.recipient())
                        .word("address", message.address())
                        .word("channel", message.channel())
                        .word("failure", message.why())
                        .build()));
    }
}
