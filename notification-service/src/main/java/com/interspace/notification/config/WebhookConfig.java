package com.interspace.notification.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What webhooks may do beyond the rules; a name that the whole house uses. */
@ConfigMapping(prefix = "interspace.webhooks")
public interface WebhookConfig {

    /**
     * Exact {@code host:port} that webhooks may connect to although they are not public, separated by commas. For the
     * local system only: production refuses to start with it.
     */
    Optional<Set<String>> allowedPeers();
}
