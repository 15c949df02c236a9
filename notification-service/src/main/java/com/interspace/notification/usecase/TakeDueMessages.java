package com.interspace.notification.usecase;

import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

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

    @Transactional
    public List<Message> upTo(int limit) {
        Instant now = time.instant();
        return messages.claim(now, now.plus(terms.claim()), limit);
    }
}
