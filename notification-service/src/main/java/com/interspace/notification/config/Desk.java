package com.interspace.notification.config;

import com.interspace.chassis.config.ChassisConfig;
import com.interspace.notification.audience.House;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Severity;
import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.LetterWriter;
import com.interspace.notification.message.MessageIds;
import com.interspace.notification.message.Wording;
import com.interspace.notification.subscription.AddressGuard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the plain parts together from the settings. */
class Desk {

    /** What an attempt may take beyond the two waits that have limits of their own. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    @Produces
    @Singleton
    MessageIds messageIds(NotificationConfig config) {
        return new MessageIds(config.mailDomain(), config.signingSecret());
    }

    @Produces
    @Singleton
    LetterWriter letterWriter(NotificationConfig config, ChassisConfig chassis, MessageIds ids, Wording wording) {
        return new LetterWriter(
                ids,
                wording,
                new Service.Support(
                        config.support().email(), config.support().phones().orElse(List.of())),
                chassis.publicUrl());
    }

    @Produces
    @Singleton
    DeliveryTerms deliveryTerms(NotificationConfig config) {
        NotificationConfig.DeliverySettings delivery = config.delivery();
        return new DeliveryTerms(
                delivery.smtpTimeout().plus(delivery.documentTimeout()).plus(MARGIN),
                delivery.giveUpAfter(),
                delivery.foldFor(),
                delivery.eachEndpoint(),
                delivery.secretOverlap());
    }

    @Produces
    @Singleton
    House house(NotificationConfig config) {
        Set<Severity> rooms = Arrays.stream(Severity.values())
                .filter(severity -> config.chat().containsKey(severity.toString()))
                .collect(Collectors.toUnmodifiableSet());
        return new House(config.house().operations(), config.house().manager(), rooms);
    }

    @Produces
    @Singleton
    AddressGuard addressGuard(WebhookConfig webhooks) {
        return new AddressGuard(
                InetAddress::getAllByName, webhooks.allowedPeers().orElse(Set.of()));
    }
}
