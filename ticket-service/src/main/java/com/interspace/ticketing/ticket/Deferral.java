package com.interspace.ticketing.ticket;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.ticketing.priority.Impact;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * The agreement to let a fault wait: a non-service-affecting one that was raised outside business hours may wait for
 * the next business day if both sides agree (centre's rule). Either proposes, the other answers; an unanswered proposal
 * lapses when that day begins.
 *
 * @param proposedBy the side: customer or centre; null when nothing was ever proposed
 * @param until when the next business day begins
 */
@Embeddable
public record Deferral(
        @Column(name = "deferral_state") @Enumerated(EnumType.STRING) State state,
        @Column(name = "deferral_proposed_by") String proposedBy,
        @Column(name = "deferral_proposer_id") String proposerId,
        @Column(name = "deferral_reason") String reason,
        @Column(name = "deferral_proposed_at") Instant proposedAt,
        @Column(name = "deferral_until") Instant until) {

    /** How far the two sides have come. */
    public enum State {
        NONE("none"),
        PROPOSED("proposed"),
        ACCEPTED("accepted"),
        REFUSED("refused"),
        LAPSED("lapsed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static final Deferral NONE = new Deferral(State.NONE, null, null, null, null, null);

    public boolean isProposed() {
        return state == State.PROPOSED;
    }

    Deferral proposed(Ticket ticket, BusinessCalendar hours, Actor by, String why, Instant now) {
        if (ticket.status() == Status.RESOLVED) {
            throw new DeferralNotPossible(ticket, "The ticket is resolved; nothing is left to wait for.");
        }
        if (ticket.impact() != Impact.NON_SERVICE_AFFECTING) {
            throw new DeferralNotPossible(
                    ticket, "Only a non-service-affecting fault may wait; this one is " + ticket.impact() + ".");
        }
        if (isProposed()) {
            throw new DeferralNotPossible(ticket, "A deferral is proposed already; it waits for its answer.");
        }
        if (state == State.ACCEPTED && Ticket.DEFERRED.equals(ticket.statusReason())) {
            throw new DeferralNotPossible(ticket, "The ticket is deferred already.");
        }
        if (hours.isOpen(ticket.createdAt())) {
            throw new DeferralNotPossible(ticket, "The fault was raised inside business hours and cannot wait.");
        }
        Instant nextDay = hours.nextOpening(ticket.createdAt());
        if (!now.isBefore(nextDay)) {
            throw new DeferralNotPossible(ticket, "The business day it could have waited for has begun.");
        }
        return new Deferral(State.PROPOSED, side(by), by.id(), why, now, nextDay);
    }

    Deferral answered(Ticket ticket, boolean accept, Actor by) {
        if (!isProposed()) {
            throw new DeferralNotPossible(ticket, "No deferral is proposed.");
        }
        if (side(by).equals(proposedBy)) {
            throw new DeferralNotPossible(ticket, "The " + proposedBy + " proposed it; the other side answers.");
        }
        if (accept && ticket.status() == Status.RESOLVED) {
            throw new DeferralNotPossible(ticket, "The ticket is resolved; nothing is left to wait for.");
        }
        if (accept && ticket.impact() != Impact.NON_SERVICE_AFFECTING) {
            throw new DeferralNotPossible(
                    ticket, "Only a non-service-affecting fault may wait; this one is now " + ticket.impact() + ".");
        }
        return in(accept ? State.ACCEPTED : State.REFUSED);
    }

    Deferral lapsed() {
        return in(State.LAPSED);
    }

    private Deferral in(State next) {
        return new Deferral(next, proposedBy, proposerId, reason, proposedAt, until);
    }

    /** A partner speaks for the customer. */
    private static String side(Actor by) {
        return by.isCentre() ? "centre" : "customer";
    }
}
