package com.interspace.escalation.config;

import com.interspace.escalation.climb.AskingPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rules of the domain that have a setting. */
class Rules {

    @Produces
    @Singleton
    AskingPolicy askingPolicy(EscalationConfig config) {
        return new AskingPolicy(config.customerRequestsApart());
    }
}
