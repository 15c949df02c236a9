package com.interspace.ticketing.ticket;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.Set;

/**
 * How a ticket hangs together with others: as a child of one wider fault, merged into another, or as what follows one
 * that has ended.
 *
 * @param parentId may be of another account; only the centre sees it then
 * @param parentAccount whose the parent is
 * @param mergedInto always of the same account
 * @param followUpOf the ended ticket that it goes on from; always of the same account
 */
@Embeddable
public record Joins(String parentId, String parentAccount, String mergedInto, String followUpOf) {

    static final Joins NONE = new Joins(null, null, null, null);

    /** The parent, for somebody who may see these accounts only. */
    public String parentFor(Optional<Set<String>> scope) {
        return parentId != null
                        && scope.map(mine -> mine.contains(parentAccount)).orElse(true)
                ? parentId
                : null;
    }

    boolean hasParent(String id) {
        return id.equals(parentId);
    }

    Joins child(Ticket own, Ticket parent, boolean ownHasChildren) {
        refuseSelfAndEnded(own, parent);
        if (parentId != null) {
            throw new NotJoinable(own, "It is a child of another ticket already.");
        }
        if (ownHasChildren || parent.joins().parentId() != null) {
            throw new NotJoinable(own, "A parent cannot be a child at the same time.");
        }
        return new Joins(parent.id(), parent.account(), mergedInto, followUpOf);
    }

    Joins merged(Ticket own, Ticket other, boolean ownHasChildren) {
        refuseSelfAndEnded(own, other);
        if (!own.account().equals(other.account())) {
            throw new NotJoinable(own, "The tickets belong to different accounts; link them instead.");
        }
        if (ownHasChildren) {
            throw new NotJoinable(own, "It has open children of its own.");
        }
        return new Joins(parentId, parentAccount, other.id(), followUpOf);
    }

    Joins following(Ticket ended) {
        return new Joins(parentId, parentAccount, mergedInto, ended.id());
    }

    private static void refuseSelfAndEnded(Ticket own, Ticket other) {
        if (own.id().equals(other.id())) {
            throw new NotJoinable(own, "A ticket cannot be joined with itself.");
        }
        for (Ticket ticket : new Ticket[] {own, other}) {
            if (ticket.status().isFinal()) {
                throw new NotJoinable(ticket, "The ticket " + ticket.id() + " is " + ticket.status() + ".");
            }
        }
    }
}
