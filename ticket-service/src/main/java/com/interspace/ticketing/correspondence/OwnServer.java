package com.interspace.ticketing.correspondence;

import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of our side to tell who wrote a mail.
 *
 * @param addresses our own, in lower case
 * @param authenticationServer the authserv-id under which the server of the mailbox says what it found out about
 *     senders; empty when it says nothing: then only an answer with our mark is believed
 */
public record OwnServer(Set<String> addresses, Optional<String> authenticationServer) {}
