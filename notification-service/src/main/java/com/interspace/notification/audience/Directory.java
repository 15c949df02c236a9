package com.interspace.notification.audience;

import java.util.List;
import java.util.Optional;

/** The services and tickets that we know of. */
public interface Directory {

    /**
     * Until the transaction ends nobody else works on what concerns this service or ticket, so that what arrives
     * and what waits for it cannot miss each other. Either may be null.
     */
    void holdStill(String serviceId, String ticketId);

    /** Until the transaction ends nobody else repeats this note of a major incident. */
    void holdStillOrigin(String origin);

    Optional<Service> service(String serviceId);

    Optional<Ticket> ticket(String ticketId);

    /** Keeps the newest version by sequence; an older one changes nothing. */
    void keep(Service service);

    /** Keeps the newest version by sequence; an older one changes nothing. */
    void keep(Ticket ticket);

    /** The services that have a contact of this id, whoever's they are. */
    List<Service> servicesOfContact(String contactId);
}
