package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Reporter;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever stands at a lenient door, known and believed by the adapter that speaks for him; mail has no token.
 *
 * @param actor how the history names him
 * @param channel the door
 * @param accounts the accounts he belongs to: by his token, or by the services that have him as a contact
 * @param reporter whom to write to; a contact's id when he is one
 */
public record Sender(Actor actor, Channel channel, Set<String> accounts, Reporter reporter) {

    public Sender {
        accounts = Set.copyOf(accounts);
    }

    /** A customer or partner who has shown a token. */
    public static Sender of(Caller caller) {
        return new Sender(
                Actors.of(caller),
                Actors.channelOf(caller),
                caller.accounts(),
                new Reporter(caller.id(), caller.name(), caller.email(), null));
    }

    /** A contact of these accounts who has written a mail that is believed to be his. */
    public static Sender byMail(Reporter contact, Set<String> accounts) {
        return new Sender(new Actor(contact.contactId(), contact.name(), "customer"), Channel.EMAIL, accounts, contact);
    }

    /** For queries: never empty, so that a sender sees his own accounts only. */
    Optional<Set<String>> scope() {
        return Optional.of(accounts);
    }
}
