package com.interspace.load;

import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.local.launch.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The whole system on this machine, with as many services of one customer as load needs to be believable. */
final class LoadedSystem implements SqlAccess, AutoCloseable {

    /** Numbered from 1. */
    static final String SERVICE = "IS-LOAD-%05d";

    static final int SERVICES = 300;
    static final String CUSTOMER = "anna@acme.example";

    /** Limits that are there to keep one client from doing what a load test does; everything else is as shipped. */
    static final Map<String, String> LIFTED = Map.of(
            "INTERSPACE_TICKET_PARTNER_REQUESTS_PER_MINUTE", "1000000",
            "INTERSPACE_TICKET_MAIL_MOST_TICKETS_AN_HOUR", "1000000");

    private static final int PROVISIONED_AT_ONCE = 8;

    /** As many as PostgreSQL fills between two checkpoints at most (max_wal_size, 1 GB). */
    private static final int LOG_FILES = 64;

    /** For the services to hear of each other's. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path data;
    private final LocalSystem system;

    private LoadedSystem(Path data, LocalSystem system) {
        this.data = data;
        this.system = system;
    }

    /**
     * Starts from nothing.
     *
     * @param jvm options of the services' JVMs, which win over those of the local system
     */
    static LoadedSystem start(Path root, Path data, String jvm, Consumer<String> progress) {
        Map<String, String> settings = new HashMap<>(LIFTED);
        if (!jvm.isBlank()) {
            settings.put("_JAVA_OPTIONS", jvm);
        }
        Ports ports = Ports.movedBy(System.getenv("INTERSPACE_PORT_OFFSET"));
        LocalSystem system =
                LocalSystem.start(new Options(root, data, ports, null, true, false, false, false, settings), progress);
        LoadedSystem loaded = new LoadedSystem(data, system);
        loaded.provision();
        loaded.awaitQuiet(PATIENCE);
        return loaded;
    }

    LocalSystem local() {
        return system;
    }

    /** A service's own door; what stands before it in production is not ours. */
    String address(String service) {
        return system.url(service, "");
    }

    Client client(String name, String service) {
        return new Client(address(service), tokenOf(name));
    }

    String tokenOf(String name) {
        return Caller.tokenOf(system.url(""), name);
    }

    @Override
    public Connection database() throws SQLException {
        return DriverManager.getConnection(system.jdbcUrl() + "?user=postgres");
    }

    Processes processes() {
        return Processes.of(data);
    }

    /**
     * Fills the database's log once round, for its files to be used again from here on, as they are in a database that
     * is older than a day: while a new one is made, every commit waits.
     */
    void fillLogOnce() {
        try (Connection connection = database();
                Statement sql = connection.createStatement()) {
            sql.execute("alter system set min_wal_size = '" + LOG_FILES * 16 + "MB'");
            sql.execute("select pg_reload_conf()");
            for (int file = 0; file < LOG_FILES; file++) {
                sql.execute("select pg_logical_emit_message(false, 'load', 'next file')");
                sql.execute("select pg_switch_wal()");
            }
            sql.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits until everything that was opened has been published, applied everywhere and mailed.
     *
     * @return the seconds that it took
     * @throws IllegalStateException when it takes longer than the patience
     */
    double awaitQuiet(Duration patience) {
        long begin = System.nanoTime();
        try (ConsumerGroups groups = new ConsumerGroups(system.kafkaBootstrapServers())) {
            while (unsent() + queued() + groups.lag() > 0) {
                if (Stopwatch.secondsSince(begin) > patience.toSeconds()) {
                    throw new IllegalStateException("Still not quiet after " + patience + ": " + unsent() + " unsent, "
                            + queued() + " mails queued, lag " + groups.lags());
                }
                Stopwatch.sleep(Duration.ofMillis(500));
            }
        }
        return Stopwatch.secondsSince(begin);
    }

    private long unsent() {
        return count("select (select count(*) from ticket.outbox where sent_at is null)"
                + " + (select count(*) from escalation.outbox where sent_at is null)"
                + " + (select count(*) from notification.outbox where sent_at is null)"
                + " + (select count(*) from rfo.outbox where sent_at is null)");
    }

    private long queued() {
        return count("select count(*) from notification.message where state = 'QUEUED' and due_at <= now()");
    }

    private void provision() {
        Client provisioning = client("provisioning", "ticket");
        List<CompletableFuture<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < PROVISIONED_AT_ONCE; lane++) {
            int first = lane + 1;
            lanes.add(CompletableFuture.runAsync(() -> {
                for (int number = first; number <= SERVICES; number += PROVISIONED_AT_ONCE) {
                    provisioning.put("/v1/services/" + SERVICE.formatted(number), service(number));
                }
            }));
        }
        lanes.forEach(CompletableFuture::join);
    }

    private static Map<String, Object> service(int number) {
        return Map.ofEntries(
                Map.entry("account", "ACME"),
                Map.entry("product", "ip-transit"),
                Map.entry("tier", "silver"),
                Map.entry("circuits", List.of("LOAD-C-" + number)),
                Map.entry("prefixes", List.of("198.51.100.0/24")),
                Map.entry("site", "LOAD-SITE-" + number),
                Map.entry("node", "load-pe-" + number),
                Map.entry("upstream", "load-transit-" + number),
                Map.entry("zone", "Europe/Sofia"),
                Map.entry("holidayCountry", "BG"),
                Map.entry("escalationMatrix", false),
                Map.entry(
                        "contacts",
                        List.of(Map.of(
                                "contactId",
                                "anna",
                                "name",
                                "Anna Petrova",
                                "email",
                                CUSTOMER,
                                "roles",
                                List.of("technical")))));
    }

    @Override
    public void close() {
        system.close();
    }
}
