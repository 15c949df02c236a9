package com.interspace.ticketing.ticket;

/**
 * Who did something.
 *
 * @param id the person's or client's stable id; null for the system itself
 * @param name as shown in the history; never leaves with an event
 * @param party customer, partner, centre or system
 */
public record Actor(String id, String name, String party) {

    public static final Actor SYSTEM = new Actor(null, "system", "system");

    public boolean isCentre() {
        return "centre".equals(party);
    }

    public boolean isSystem() {
        return "system".equals(party);
    }
}
