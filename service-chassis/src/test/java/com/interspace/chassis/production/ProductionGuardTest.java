package com.interspace.chassis.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {

    private static final Map<String, String> SAFE = Map.of(
            "interspace.public-url", "https://care.example.net",
            "quarkus.oidc.auth-server-url", "https://identity.example.net/realms/interspace",
            "quarkus.datasource.username", "ticket",
            "quarkus.datasource.password", "long-and-only-ours",
            "kafka.security.protocol", "SASL_SSL");

    @Test
    void safe_settings_are_let_in() {
        assertThatCode(() -> ProductionGuard.refuseUnsafe(List.of(new SharedRules()), settings(SAFE)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "interspace.public-url, http://localhost:8080",
        "quarkus.oidc.auth-server-url, https://localhost:8443/realms/interspace",
        "quarkus.oidc.auth-server-url, https://127.0.0.1/realms/interspace",
        "quarkus.oidc.auth-server-url, http://identity.example.net",
        "quarkus.oidc.auth-server-url, ''",
        "quarkus.datasource.password, ticket",
        "quarkus.datasource.password, ''",
        "kafka.security.protocol, PLAINTEXT",
        "kafka.security.protocol, SASL_PLAINTEXT",
        "interspace.clock-offset, PT5M"
    })
    void an_unsafe_setting_is_refused_by_its_name(String name, String value) {
        assertThatThrownBy(() -> ProductionGuard.refuseUnsafe(List.of(new SharedRules()), safeBut(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_secret_that_is_the_clients_name_is_refused() {
        Map<String, String> values = new HashMap<>(SAFE);
        values.put("quarkus.oidc-client.client-id", "notification-service");
        values.put("quarkus.oidc-client.credentials.client-secret.value", "notification-service");
        assertThat(new SharedRules().objections(settings(values)))
                .singleElement()
                .asString()
                .contains("INTERSPACE_SERVICE_CLIENT_SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/.*/", "", "https://panel.example.net,*", "/https:\\/\\/.+/"})
    void open_cors_is_refused(String origins) {
        Map<String, String> values = new HashMap<>(SAFE);
        values.put("quarkus.http.cors.enabled", "true");
        values.put("quarkus.http.cors.origins", origins);
        assertThat(new SharedRules().objections(settings(values)))
                .singleElement()
                .asString()
                .contains("quarkus.http.cors.origins");
    }

    @Test
    void the_network_may_be_told_to_be_safe_by_itself_and_nothing_else_may() {
        Map<String, String> values = new HashMap<>(SAFE);
        values.put("kafka.security.protocol", "PLAINTEXT");
        values.put("quarkus.oidc.auth-server-url", "http://keycloak.identity.svc:8080/realms/interspace");
        values.put("interspace.production.tolerate", "plain-kafka,plain-identity");
        assertThat(new SharedRules().objections(settings(values))).isEmpty();
        values.put("quarkus.oidc.auth-server-url", "http://localhost:8080");
        assertThat(new SharedRules().objections(settings(values))).hasSize(1);
    }

    @Test
    void every_reason_is_said_at_once() {
        assertThat(new SharedRules().objections(settings(Map.of()))).hasSizeGreaterThanOrEqualTo(4);
    }

    private static Config safeBut(String name, String value) {
        Map<String, String> values = new HashMap<>(SAFE);
        values.put(name, value);
        return settings(values);
    }

    private static Config settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
