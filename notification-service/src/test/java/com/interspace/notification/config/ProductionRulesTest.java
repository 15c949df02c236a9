package com.interspace.notification.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionRulesTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "interspace.notification.signing-secret", "0123456789abcdef0123456789abcdef",
            "interspace.notification.documents-url", "https://centre.example",
            "interspace.notification.smtp.host", "mail.example",
            "interspace.notification.smtp.port", "587"));

    @Test
    void safe_settings_find_no_objection() {
        assertThat(objections()).isEmpty();
    }

    @Test
    void a_peer_inside_a_short_secret_and_open_mail_are_all_named() {
        settings.put("interspace.webhooks.allowed-peers", "localhost:8090");
        settings.put("interspace.notification.signing-secret", "short");
        settings.put("interspace.notification.smtp.start-tls", "disabled");

        assertThat(objections())
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("interspace.webhooks.allowed-peers must be empty"))
                .anyMatch(sentence -> sentence.startsWith("interspace.notification.signing-secret must have"))
                .anyMatch(sentence -> sentence.startsWith("interspace.notification.smtp.start-tls must be"));
    }

    private List<String> objections() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(NotificationConfig.class)
                .withMapping(WebhookConfig.class)
                .withDefaultValues(settings)
                .build();
        return new ProductionRules(
                        config.getConfigMapping(NotificationConfig.class), config.getConfigMapping(WebhookConfig.class))
                .objections(config)
                .toList();
    }
}
