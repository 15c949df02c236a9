package com.interspace.ticketing.config;

import com.interspace.chassis.production.ProductionRule;
import com.interspace.chassis.production.SharedRules;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What this service does not take mail with. */
@Singleton
class ProductionRules implements ProductionRule {

    private static final int SHORTEST_SECRET = 32;

    private final MailConfig mail;

    @Inject
    ProductionRules(MailConfig mail) {
        this.mail = mail;
    }

    @Override
    public Stream<String> objections(Config settings) {
        return Stream.concat(signingSecret(), plainMailboxes(settings));
    }

    private Stream<String> signingSecret() {
        return mail.signingSecret().orElse("").length() >= SHORTEST_SECRET
                ? Stream.empty()
                : Stream.of(
                        "interspace.ticket.mail.signing-secret (INTERSPACE_NOTIFICATION_SIGNING_SECRET) must have at"
                                + " least " + SHORTEST_SECRET
                                + " characters; answers to our mail are believed because of it.");
    }

    private Stream<String> plainMailboxes(Config settings) {
        if (SharedRules.isTolerated(settings, "plain-imap")) {
            return Stream.empty();
        }
        return mail.mailboxes().entrySet().stream()
                .filter(each ->
                        each.getValue().host().isPresent() && !each.getValue().tls())
                .map(Map.Entry::getKey)
                .map(name -> "interspace.ticket.mail.mailboxes." + name + ".tls must be true, or"
                        + " interspace.production.tolerate names plain-imap; the mailbox's password would travel"
                        + " readable.");
    }
}
