package com.interspace.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.Database;
import com.interspace.systemtest.ServiceSchema.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The packaged services in the profile of production: unsafe settings are refused before anything is touched, and with
 * safe ones a database that the version before has filled is brought up to date.
 */
@ExtendWith(TheSystem.class)
class ProductionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Of everything that the version before knows, this is gone; why stands with the rule (MigrationsTest). */
    private static final Set<String> GONE = Set.of("outage.parent_ticket");

    private static final Map<String, String> UNSAFE = Map.ofEntries(
            Map.entry("INTERSPACE_PUBLIC_URL", "http://support.interspace.example"),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", "localhost:1"),
            Map.entry("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT"),
            Map.entry("QUARKUS_HTTP_CORS_ENABLED", "true"),
            Map.entry("QUARKUS_HTTP_CORS_ORIGINS", "*"),
            Map.entry("INTERSPACE_SERVICE_CLIENT_SECRET", "notification-service"),
            Map.entry("INTERSPACE_NOTIFICATION_SIGNING_SECRET", "short"),
            Map.entry("INTERSPACE_NOTIFICATION_SMTP_START_TLS", "disabled"),
            Map.entry("INTERSPACE_NOTIFICATION_BOUNCES_HOST", "127.0.0.1"),
            Map.entry("INTERSPACE_NOTIFICATION_BOUNCES_TLS", "false"),
            Map.entry("INTERSPACE_WEBHOOKS_ALLOWED_PEERS", "localhost:8090"),
            Map.entry("INTERSPACE_TICKET_MAIL_MAILBOXES_SUPPORT_HOST", "127.0.0.1"),
            Map.entry("INTERSPACE_TICKET_MAIL_MAILBOXES_SUPPORT_TLS", "false"),
            Map.entry("INTERSPACE_NOTIFICATION_SMTP_HOST", "127.0.0.1"));

    private static final List<String> REFUSED_BY_ALL = List.of(
            "interspace.public-url must ",
            "quarkus.oidc.auth-server-url must name ",
            "quarkus.oidc.auth-server-url must be an https ",
            "quarkus.datasource.password must ",
            "kafka.security.protocol must ",
            "quarkus.http.cors.origins must ");
    private static final Map<String, List<String>> REFUSED_BY = Map.of(
            "ticket",
            List.of("interspace.ticket.mail.signing-secret ", "interspace.ticket.mail.mailboxes.support.tls must "),
            "notification",
            List.of(
                    "INTERSPACE_SERVICE_CLIENT_SECRET must ",
                    "interspace.notification.signing-secret must ",
                    "interspace.notification.smtp.start-tls must ",
                    "interspace.notification.bounces.tls must ",
                    "interspace.webhooks.allowed-peers must "));

    /** Safe, and still: what the services would do by themselves must not hide what a migration did. */
    private static final Map<String, String> SAFE = Map.ofEntries(
            Map.entry("INTERSPACE_PUBLIC_URL", "https://support.interspace.example"),
            Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "https://identity.interspace.example/realms/interspace"),
            Map.entry("QUARKUS_OIDC_DISCOVERY_ENABLED", "false"),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", "localhost:1"),
            Map.entry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
            Map.entry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
            Map.entry(
                    "KAFKA_SASL_JAAS_CONFIG",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"us\" password=\"ours\";"),
            Map.entry("INTERSPACE_SERVICE_CLIENT_SECRET", "long-and-only-ours"),
            Map.entry("INTERSPACE_NOTIFICATION_SIGNING_SECRET", "0123456789abcdef0123456789abcdef"),
            Map.entry("INTERSPACE_NOTIFICATION_SMTP_HOST", "mail.invalid"),
            Map.entry("INTERSPACE_OUTBOX_RUNNING", "false"),
            Map.entry("INTERSPACE_TIMER_RUNNING", "false"),
            Map.entry("INTERSPACE_TICKET_MAIL_RUNNING", "false"),
            Map.entry("INTERSPACE_ESCALATION_WATCHDOG_RUNNING", "false"),
            Map.entry("INTERSPACE_NOTIFICATION_DELIVERY_RUNNING", "false"));

    private static LocalSystem system;

    @BeforeAll
    static void theSystemIsUp(LocalSystem running) {
        system = running;
    }

    @Test
    void every_unsafe_setting_is_refused_by_its_name_before_anything_is_touched() throws Exception {
        Map<ServiceSchema, ProductionProcess> refused = new LinkedHashMap<>();
        for (String service : Database.SERVICES) {
            ServiceSchema schema = ServiceSchema.create(system.jdbcUrl(), "unsafe", service, "unsafe_" + service);
            Map<String, String> settings = with(UNSAFE, schema);
            settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", system.url(""));
            refused.put(schema, new ProductionProcess(service, "unsafe", settings));
        }
        for (Map.Entry<ServiceSchema, ProductionProcess> each : refused.entrySet()) {
            String service = each.getKey().toString();
            assertThat(each.getValue().exitCode()).as(service).isNotZero();
            assertThat(each.getValue().said())
                    .as(service)
                    .contains(
                            Stream.concat(REFUSED_BY_ALL.stream(), REFUSED_BY.getOrDefault(service, List.of()).stream())
                                    .toList());
            assertThat(each.getKey().isEmpty()).as(service).isTrue();
        }
    }

    @Test
    void a_database_filled_by_every_version_before_is_brought_up_to_date_and_loses_nothing() {
        Map<ServiceSchema, ProductionProcess> upgraded = new LinkedHashMap<>();
        Map<ServiceSchema, Map<String, List<Column>>> shapes = new LinkedHashMap<>();
        Map<ServiceSchema, Map<String, List<JsonNode>>> before = new LinkedHashMap<>();
        try {
            for (String service : Database.SERVICES) {
                ServiceSchema schema = ServiceSchema.create(system.jdbcUrl(), "former", service, "long-and-only-ours");
                shapes.put(schema, fillEveryVersionButTheLast(schema));
                before.put(schema, schema.contents(shapes.get(schema)));
                Map<String, String> settings = with(SAFE, schema);
                // The provider of the example cannot be asked.
                settings.put("QUARKUS_OIDC_JWKS_PATH", system.url("/.well-known/jwks.json"));
                settings.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", system.url(""));
                upgraded.put(schema, new ProductionProcess(service, "upgraded", settings));
            }
            upgraded.forEach((schema, process) -> {
                await(schema.toString()).atMost(PATIENCE).until(process::isStarted);
                assertThat(ServiceSchema.HISTORIES).as(schema.toString()).allMatch(schema::isLatest);
                assertThat(schema.invalid()).isEmpty();
                assertKept(before.get(schema), schema.contents(shapes.get(schema)));
                schema.fill(withoutWhatIsGone(shapes.get(schema)), 9_001);
            });
        } finally {
            upgraded.values().forEach(ProductionProcess::close);
        }
    }

    /**
     * Every version finds rows of those before it, and goes on taking what the one before it writes.
     *
     * @return what the version before the last knows of the tables
     */
    private static Map<String, List<Column>> fillEveryVersionButTheLast(ServiceSchema schema) {
        Map<String, List<Column>> former = Map.of();
        int number = 1_000;
        for (String history : ServiceSchema.HISTORIES) {
            List<String> versions = schema.versions(history);
            for (String version : versions.subList(0, versions.size() - 1)) {
                schema.migrate(history, version);
                schema.fill(former, ++number);
                former = schema.shape();
                schema.fill(former, ++number);
            }
        }
        assertThat(former).hasSizeGreaterThan(8);
        return former;
    }

    private static Map<String, String> with(Map<String, String> settings, ServiceSchema schema) {
        Map<String, String> all = schema.settings();
        all.putAll(settings);
        return all;
    }

    /** What stood in a column that is still there stands there still; new rows may have come. */
    private static void assertKept(Map<String, List<JsonNode>> before, Map<String, List<JsonNode>> after) {
        before.forEach((table, rows) -> {
            assertThat(rows).as(table).isNotEmpty();
            Set<String> kept = new TreeSet<>();
            rows.get(0).fieldNames().forEachRemaining(column -> {
                if (!GONE.contains(table + "." + column)) {
                    kept.add(column);
                }
            });
            assertThat(only(kept, after.get(table))).as(table).containsAll(only(kept, rows));
        });
    }

    private static List<JsonNode> only(Set<String> columns, List<JsonNode> rows) {
        List<JsonNode> narrowed = new ArrayList<>();
        rows.forEach(row -> narrowed.add(((ObjectNode) row.deepCopy()).retain(columns)));
        return narrowed;
    }

    private static Map<String, List<Column>> withoutWhatIsGone(Map<String, List<Column>> shape) {
        Map<String, List<Column>> narrowed = new TreeMap<>();
        shape.forEach((table, columns) -> narrowed.put(
                table,
                columns.stream()
                        .filter(column -> !GONE.contains(table + "." + column.name()))
                        .collect(Collectors.toList())));
        return narrowed;
    }
}
