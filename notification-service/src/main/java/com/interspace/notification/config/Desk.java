package com.interspace.notification.config;

import com.interspace.chassis.config.ChassisConfig;
import com.interspace.notification.audience.Service;
import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.message.LetterWriter;
import com.interspace.notification.message.MessageIds;
import com.interspace.notification.message.Wording;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Puts the plain parts together from the settings. */
class Desk {

    /** What an attempt may take beyond the two waits that have limits of their own. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    @Produces
    @Singleton
    LetterWriter letterWriter(NotificationConfig config, ChassisConfig chassis, Wording wording) {
        return new LetterWriter(
                new MessageIds(config.mailDomain(), config.signingSecret()),
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
                delivery.smtpTimeout().plus(delivery.documentTimeout()).plus(MARGIN), delivery.giveUpAfter());
    }
}
