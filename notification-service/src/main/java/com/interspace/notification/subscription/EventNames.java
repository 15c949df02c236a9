package com.interspace.notification.subscription;

import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What partners call our events. A webhook uses our own words. A hub uses those of TMF621, which are fewer: one event
 * of ours may have several names there, the most telling first, and a hub gets the first that it asked for, so that it
 * never hears of one event twice.
 */
public final class EventNames {

    static final String CREATED = "troubleTicketCreateEvent";
    static final String CHANGED = "troubleTicketAttributeValueChangeEvent";
    static final String STATUS = "troubleTicketStatusChangeEvent";
    static final String RESOLVED = "troubleTicketResolvedEvent";
    static final String INFORMATION = "troubleTicketInformationRequiredEvent";

    private static final Set<String> OURS = Arrays.stream(Occasion.values())
            .filter(occasion -> occasion.isToldTo(Party.PARTNER))
            .map(Occasion::event)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private static final Set<String> TMF =
            new LinkedHashSet<>(List.of(CREATED, CHANGED, STATUS, RESOLVED, INFORMATION));

    private EventNames() {}

    /** The names that a subscription of this kind can ask for. */
    public static Set<String> of(Subscription.Kind kind) {
        return kind == Subscription.Kind.WEBHOOK ? OURS : TMF;
    }

    /** What the event is called for somebody who asked for these names; empty when he did not ask for it. */
    static Optional<String> nameOf(Occasion occasion, Subscription.Kind kind, List<String> asked) {
        if (!occasion.isToldTo(Party.PARTNER)) {
            return Optional.empty();
        }
        List<String> names = kind == Subscription.Kind.WEBHOOK ? List.of(occasion.event()) : tmf(occasion);
        return names.stream().filter(asked::contains).findFirst();
    }

    private static List<String> tmf(Occasion occasion) {
        return switch (occasion) {
            case TICKET_OPENED -> List.of(CREATED);
            case TICKET_RESOLVED -> List.of(RESOLVED, STATUS);
            case TICKET_INFORMATION_REQUIRED -> List.of(INFORMATION);
            case TICKET_DEFERRED -> List.of(STATUS, CHANGED);
            case TICKET_STATUS_CHANGED,
                    TICKET_RESOLUTION_REFUSED,
                    TICKET_REOPENED,
                    TICKET_CLOSED,
                    TICKET_CANCELLED,
                    TICKET_REJECTED,
                    TICKET_MERGED -> List.of(STATUS);
            case TICKET_PRIORITY_CHANGED,
                    TICKET_INFORMATION_COMPLETED,
                    TICKET_CORRECTED,
                    PUBLIC_NOTE_ADDED,
                    TICKET_ATTACHMENT_ADDED,
                    TICKET_LINKED,
                    TICKET_RELATED,
                    TICKET_DEFERRAL_PROPOSED,
                    TICKET_DEFERRAL_REFUSED,
                    TICKET_DEFERRAL_LAPSED -> List.of(CHANGED);
            default -> List.of();
        };
    }
}
