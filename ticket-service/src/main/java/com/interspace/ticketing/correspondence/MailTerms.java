package com.interspace.ticketing.correspondence;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms on which mail is taken.
 *
 * @param ownAddresses the centre's own, in lower case
 * @param authenticationServers by mailbox, see {@link OwnServer}
 * @param firstPause before a mail that could not be acted upon is tried again; doubles
 * @param mostTicketsAnHour that one sender may open by mail
 */
public record MailTerms(
        Set<String> ownAddresses,
        Map<String, String> authenticationServers,
        Duration firstPause,
        int mostTicketsAnHour) {

    public MailTerms {
        ownAddresses = Set.copyOf(ownAddresses);
        authenticationServers = Map.copyOf(authenticationServers);
    }

    /** What is known of our side for mail of that mailbox. */
    public OwnServer serverOf(String mailbox) {
        return new OwnServer(ownAddresses, Optional.ofNullable(authenticationServers.get(mailbox)));
    }
}
