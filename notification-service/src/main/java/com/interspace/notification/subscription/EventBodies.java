package com.interspace.notification.subscription;

import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Ticket;
import java.time.Instant;

/** What stands in a delivery: thin, without personal data; whoever wants more asks for the ticket. */
public interface EventBodies {

    /** @param name the event as the subscription calls it */
    String about(Notice notice, Ticket ticket, Subscription.Kind kind, String name);

    /** The body of a test. */
    String test(Instant now);
}
