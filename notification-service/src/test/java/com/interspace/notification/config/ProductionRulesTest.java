package com.interspace.notification.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "interspace.webhooks.allowed-peers, localhost:8090",
        "interspace.notification.signing-secret, short",
        "interspace.notification.smtp.start-tls, disabled",
        "interspace.notification.smtp.start-tls, optional",
        "interspace.notification.bounces.tls, false"
    })
    void an_unsafe_setting_is_refused_by_its_name(String name, String value) {
        settings.put("interspace.notification.bounces.host", "mail.example");
        settings.put(name, value);

        assertThat(objections()).singleElement().asString().startsWith(name + " must ");
    }

    @Test
    void mail_may_travel_openly_where_the_operator_says_that_the_way_is_safe() {
        settings.put("interspace.notification.smtp.start-tls", "disabled");
        settings.put("interspace.notification.bounces.host", "mail.example");
        settings.put("interspace.notification.bounces.tls", "false");
        settings.put("interspace.production.tolerate", "plain-smtp,plain-imap");

        assertThat(objections()).isEmpty();
    }

    @Test
    void every_reason_is_said_at_once() {
        settings.put("interspace.webhooks.allowed-peers", "localhost:8090");
        settings.put("interspace.notification.signing-secret", "short");

        assertThat(objections()).hasSize(2);
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
