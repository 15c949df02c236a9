package com.interspace.ticketing.config;

import com.interspace.ticketing.correspondence.MailTerms;
import com.interspace.ticketing.correspondence.Marks;
import com.interspace.ticketing.correspondence.Sorting;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the plain parts of the correspondence together from the settings. */
class MailParts {

    @Produces
    @Singleton
    MailTerms mailTerms(MailConfig config) {
        Set<String> own = config.mailboxes().values().stream()
                .map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Map<String, String> servers = new HashMap<>();
        config.mailboxes().forEach((name, mailbox) -> mailbox.authenticationServer()
                .ifPresent(server -> servers.put(name, server)));
        return new MailTerms(own, servers, config.firstPause(), config.mostTicketsAnHour());
    }

    @Produces
    @Singleton
    Sorting sorting(MailConfig config, Services services, Tickets tickets) {
        return new Sorting(
                services::ofContact, id -> tickets.find(id, Optional.empty()), new Marks(config.signingSecret()));
    }
}
