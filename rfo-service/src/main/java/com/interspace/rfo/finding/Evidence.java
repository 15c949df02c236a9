package com.interspace.rfo.finding;

import java.time.Instant;

/**
 * One thing that a finding rests on.
 *
 * @param kind ticket, reading, problem or action
 * @param ref the id of the ticket, problem or action, or of the event of the reading
 */
public record Evidence(String kind, String ref, Instant at, String text) {

    public static Evidence ticket(Incident incident) {
        return ticket(incident.ticketId(), incident.serviceId(), incident.createdAt());
    }

    public static Evidence ticket(String ticketId, String serviceId, Instant at) {
        return new Evidence(
                "ticket", ticketId, at, serviceId == null ? "Ticket opened" : "Ticket opened on " + serviceId);
    }

    public static Evidence problem(String id, Instant at, String title) {
        return new Evidence("problem", id, at, title);
    }

    public static Evidence action(String id, Instant at, String text) {
        return new Evidence("action", id, at, text);
    }

    public static Evidence reading(String eventId, Reading reading) {
        return new Evidence("reading", eventId, reading.observedAt(), reading.told());
    }
}
