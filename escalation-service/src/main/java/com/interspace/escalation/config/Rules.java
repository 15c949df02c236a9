package com.interspace.escalation.config;

import com.interspace.escalation.climb.AskingPolicy;
import com.interspace.escalation.watch.Watchdog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The rules of the domain that have a setting. */
class Rules {

    @Produces
    @Singleton
    AskingPolicy askingPolicy(EscalationConfig config) {
        return new AskingPolicy(config.customerRequestsApart());
    }

    @Produces
    @Singleton
    Watchdog watchdog(EscalationConfig config, InstantSource time) {
        return new Watchdog(config.watchdog().tolerance(), time.instant());
    }
}
