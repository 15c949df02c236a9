package com.interspace.notification.config;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Refuses to start with settings that are for the local system only. */
@Singleton
class ProductionRules {

    private final WebhookConfig webhooks;

    @Inject
    ProductionRules(WebhookConfig webhooks) {
        this.webhooks = webhooks;
    }

    void check(@Observes StartupEvent started) {
        check(ConfigUtils.getProfiles(), webhooks.allowedPeers().orElse(Set.of()));
    }

    static void check(List<String> profiles, Set<String> allowedPeers) {
        if (profiles.contains(LaunchMode.NORMAL.getDefaultProfile()) && !allowedPeers.isEmpty()) {
            throw new IllegalStateException("interspace.webhooks.allowed-peers must be empty in production, but is "
                    + allowedPeers + ": webhooks could reach inside our own network");
        }
    }
}
