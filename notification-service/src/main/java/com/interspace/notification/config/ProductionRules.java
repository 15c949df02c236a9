package com.interspace.notification.config;

import com.interspace.chassis.production.ProductionRule;
import com.interspace.chassis.production.SharedRules;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What this service does not go out with. */
@Singleton
class ProductionRules implements ProductionRule {

    private static final int SHORTEST_SECRET = 32;

    private final NotificationConfig notification;
    private final WebhookConfig webhooks;

    @Inject
    ProductionRules(NotificationConfig notification, WebhookConfig webhooks) {
        this.notification = notification;
        this.webhooks = webhooks;
    }

    @Override
    public Stream<String> objections(Config settings) {
        Stream.Builder<String> objections = Stream.builder();
        if (!webhooks.allowedPeers().orElse(Set.of()).isEmpty()) {
            objections.add(
                    "interspace.webhooks.allowed-peers must be empty; webhooks could reach inside our own network.");
        }
        if (notification.signingSecret().length() < SHORTEST_SECRET) {
            objections.add("interspace.notification.signing-secret must have at least " + SHORTEST_SECRET
                    + " characters; answers to our mail are believed because of it.");
        }
        NotificationConfig.SmtpSettings smtp = notification.smtp();
        if (!smtp.tls()
                && smtp.startTls() != NotificationConfig.StartTls.REQUIRED
                && !SharedRules.isTolerated(settings, "plain-smtp")) {
            objections.add("interspace.notification.smtp.start-tls must be required, or smtp.tls true, or"
                    + " interspace.production.tolerate names plain-smtp; messages could leave readable.");
        }
        NotificationConfig.BounceSettings bounces = notification.bounces();
        if (bounces.host().isPresent() && !bounces.tls() && !SharedRules.isTolerated(settings, "plain-imap")) {
            objections.add("interspace.notification.bounces.tls must be true, or interspace.production.tolerate names"
                    + " plain-imap; the mailbox's password would travel readable.");
        }
        return objections.build();
    }
}
