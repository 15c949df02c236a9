package com.interspace.ticketing.config;

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
            "interspace.ticket.mail.signing-secret", "0123456789abcdef0123456789abcdef",
            "interspace.ticket.mail.mailboxes.support.address", "support@centre.example",
            "interspace.ticket.mail.mailboxes.support.host", "mail.example"));

    @Test
    void safe_settings_find_no_objection() {
        assertThat(objections()).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "interspace.ticket.mail.signing-secret, short",
        "interspace.ticket.mail.signing-secret, ''",
        "interspace.ticket.mail.mailboxes.support.tls, false"
    })
    void an_unsafe_setting_is_refused_by_its_name(String name, String value) {
        settings.put(name, value);

        assertThat(objections()).singleElement().asString().startsWith(name).contains(" must ");
    }

    @Test
    void a_mailbox_may_be_read_openly_where_the_operator_says_that_the_way_is_safe() {
        settings.put("interspace.ticket.mail.mailboxes.support.tls", "false");
        settings.put("interspace.production.tolerate", "plain-imap");

        assertThat(objections()).isEmpty();
    }

    private List<String> objections() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(MailConfig.class)
                .withDefaultValues(settings)
                .build();
        return new ProductionRules(config.getConfigMapping(MailConfig.class))
                .objections(config)
                .toList();
    }
}
