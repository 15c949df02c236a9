package com.interspace.notification.usecase;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Takes due messages for delivery. The transaction ends here, before anybody talks to the world outside. */
@ApplicationScoped
public class TakeDueMessages {

    private final Messages messages;
    private final DeliveryTerms terms;
    private final InstantSource time;

    @Inject
    TakeDueMessages(Messages messages, DeliveryTerms terms, InstantSource time) {
        this.messages = messages;
        this.terms = terms;
        this.time = time;
    }

    /**
     * @param underWay to whom messages are under way; a subscription gets only a few at the same time, so
     *     that one that hangs holds up none of the others
     */
    @Transactional
    public List<Message> upTo(int limit, Medium medium, Set<String> underWay) {
        Instant now = time.instant();
        int each = isRationed(medium) ? terms.eachEndpoint() : limit;
        Set<String> busy = isRationed(medium) ? underWay : Set.of();
        return messages.claim(medium, now, now.plus(terms.claim()), limit, each, busy);
    }

    /** Whether one recipient gets only a few at a time, so that others of his that are due may have been left. */
    public boolean isRationed(Medium medium) {
        return medium == Medium.WEBHOOK;
    }
}
