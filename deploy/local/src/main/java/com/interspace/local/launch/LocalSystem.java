package com.interspace.local.launch;

import com.interspace.local.event.EventLog;
import com.interspace.local.identity.Caller;
import com.interspace.local.identity.Issuer;
import com.interspace.local.identity.KeycloakDoor;
import com.interspace.local.identity.SigningKey;
import com.interspace.local.identity.TokenIssuer;
import com.interspace.local.origin.Origin;
import com.interspace.local.part.Broker;
import com.interspace.local.part.Courier;
import com.interspace.local.part.Database;
import com.interspace.local.part.Doors;
import com.interspace.local.part.FreePorts;
import com.interspace.local.part.Line;
import com.interspace.local.part.MailOverHttp;
import com.interspace.local.part.MailServer;
import com.interspace.local.part.Postmaster;
import com.interspace.local.part.QuietLog;
import com.interspace.local.part.ReceivedMail;
import com.interspace.local.part.WebhookInbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The whole system on this machine: PostgreSQL, Kafka, mail, tokens, the one origin and the webhook inbox in this
 * process, the four packaged services as processes of their own. A service that dies is started again. Closing stops
 * everything in the reverse order of the start.
 */
public final class LocalSystem implements AutoCloseable {

    private final Options options;
    private final Consumer<String> progress;
    private final CompletableFuture<PlainSentence> end = new CompletableFuture<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    /** Opening a part reads, closing the system writes: a part that is being opened is closed, too, never forgotten. */
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private volatile boolean closed;
    private Children children;
    private Replaceable<Database> database;
    private Replaceable<Broker> broker;
    private final Map<Port, Line> lines = new ConcurrentHashMap<>();
    private final Set<Long> sentenced = ConcurrentHashMap.newKeySet();
    private Path postgresql;
    private MailServer mail;
    private WebhookInbox webhooks;
    private EventLog eventLog;
    private PackagedServices services;

    LocalSystem(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Starts a system and returns when everything is ready; its progress goes nowhere. */
    public static LocalSystem start(Options options) {
        return start(options, line -> {});
    }

    /** Starts a system and returns when everything is ready. */
    public static LocalSystem start(Options options, Consumer<String> progress) {
        LocalSystem system = new LocalSystem(options, progress);
        try {
            system.bringUp();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** The address of a path at the one origin, for example {@code url("/v1/tickets")}. */
    public String url(String path) {
        return options.origin() + path;
    }

    /** The address of a path at a service's own port, for example {@code url("ticket", "/q/health")}. */
    public String url(String service, String path) {
        return address(PackagedServices.portOf(service)) + path;
    }

    /** Somebody of the demo who calls the one origin with a token. */
    public Caller caller(String name) {
        return Caller.named(options.origin(), name);
    }

    /** Somebody without a token at the one origin. */
    public Caller anyone() {
        return Caller.anyone(options.origin());
    }

    /** Where mail is read over HTTP. */
    public String mailAddress() {
        return address(Port.MAIL);
    }

    /** Where the webhook inbox listens. */
    public String webhookInboxAddress() {
        return address(Port.WEBHOOKS);
    }

    /** Every message in every mailbox, one per recipient, oldest first. */
    public List<ReceivedMail> mail() {
        return mail.received();
    }

    /** The id of every webhook that the inbox got. */
    public Set<String> webhookIds() {
        return webhooks.ids();
    }

    /** Takes mail to the mail server. */
    public Courier courier() {
        return new Courier(mail.smtpPort());
    }

    /** The events of the system, from the start of every topic. */
    public EventLog eventLog() {
        return eventLog;
    }

    /** The database {@code interspace}; user and password are the name of a service. */
    public String jdbcUrl() {
        return database.get().jdbcUrl();
    }

    /** Where clients of Kafka connect. */
    public String kafkaBootstrapServers() {
        return broker.get().bootstrapServers();
    }

    /** Where the story keeps the documents that it fetched. */
    public Path storyDirectory() {
        return options.data().resolve("story");
    }

    /** Kills a service (SIGKILL) and returns when it is gone; the supervision starts it again. */
    public void kill(String service) {
        services.get(service).kill();
    }

    /** The process of a service that the one origin forwards to. */
    public PackagedService first(String service) {
        return services.get(service);
    }

    /**
     * Starts a second process of a service beside the first and returns when it is ready. The one origin does not know
     * it; closing it stops it alone.
     */
    public PackagedService startAnother(String service) {
        return startAnother(service, Map.of());
    }

    /** The same with settings of its own besides, as environment variables. */
    public PackagedService startAnother(String service, Map<String, String> settings) {
        PackagedService another = open(() -> packaged(
                service,
                "another-" + service + "-service",
                FreePorts.any(),
                options.data().resolve("logs"),
                settings));
        another.start();
        another.awaitReady(this::throwIfEnded);
        return another;
    }

    /** The network between the services and a part, of a system that was started with lines. */
    public Line line(Port part) {
        return lines.get(part);
    }

    /** Ends PostgreSQL as a power cut would and starts it again; it has to recover. */
    public void crashDatabase() {
        database.end(dead -> {
            crash();
            // There is nothing left to stop; this gives the lock on the data back.
            dead.close();
        });
        database.start();
    }

    /** Takes the broker away, until it is started again. */
    public void stopBroker() {
        broker.end(Broker::close);
    }

    /** Starts the broker again on what it has kept. */
    public void startBroker() {
        broker.start();
    }

    /** Returns when a service says that it is ready, or throws {@link PlainSentence} when it will not be. */
    public void awaitReady(String service) {
        services.get(service).awaitReady(this::throwIfEnded);
    }

    /** Waits until a part is given up, and says why; as long as all is well it does not return. */
    public PlainSentence awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void bringUp() {
        PackagedService.requirePackaged(options.root(), PackagedServices.names());
        DataDirectory data = open(() -> DataDirectory.claim(options.data()));
        children = new Children(data);
        children.endOrphans(progress);
        if (options.fresh()) {
            data.dropAll();
        }
        PostgresVersion.requireReadable(data.postgresql());
        options.ports().requireFree(options.portsInUse());
        if (options.keycloak()) {
            KeycloakServer.requireDownloaded(options.root());
        }
        QuietLog.toFile(data.logs().resolve("parts.log"));
        openParts(data);
        if (options.keycloak()) {
            openKeycloak(data);
        }
        openServices(data);
        provision();
    }

    private void openParts(DataDirectory data) {
        CompletableFuture<Void> startingDatabase = CompletableFuture.runAsync(() -> openDatabase(data));
        CompletableFuture<Void> startingBroker = CompletableFuture.runAsync(() -> openBroker(data));
        mail = open(() -> new MailServer(behindLine(Port.SMTP), behindLine(Port.IMAP)));
        Doors doors = open(Doors::new);
        doors.open(port(Port.MAIL), new MailOverHttp(mail));
        webhooks = new WebhookInbox(InstantSource.system());
        doors.open(behindLine(Port.WEBHOOKS), webhooks);
        progress.accept(
                "Mail is ready: SMTP " + port(Port.SMTP) + ", IMAP " + port(Port.IMAP) + ", HTTP " + port(Port.MAIL));
        Map<String, Integer> ports = new LinkedHashMap<>();
        PackagedServices.names().forEach(name -> ports.put(name, port(PackagedServices.portOf(name))));
        doors.open(port(Port.ORIGIN), new Origin(doors.vertx(), issuer(doors, data), ports));
        progress.accept("The one origin is ready: " + options.origin());
        join(startingDatabase, startingBroker);
    }

    private Issuer issuer(Doors doors, DataDirectory data) {
        return options.keycloak()
                ? new KeycloakDoor(doors.vertx(), port(Port.KEYCLOAK))
                : new TokenIssuer(options.origin(), SigningKey.keptIn(data.signingKey()), InstantSource.system());
    }

    private void openKeycloak(DataDirectory data) {
        database.get().createSchema(KeycloakServer.SCHEMA);
        progress.accept("Keycloak is starting; at its first start this takes a minute");
        KeycloakServer.Place place = new KeycloakServer.Place(port(Port.KEYCLOAK), options.origin(), jdbcUrl());
        KeycloakServer keycloak = open(() -> new KeycloakServer(options.root(), data.logs(), place, ears()));
        keycloak.start();
        keycloak.awaitReady(this::throwIfEnded);
        progress.accept("Keycloak is ready: " + address(Port.KEYCLOAK) + "/admin (admin, admin), realm interspace");
    }

    private SupervisedProcess.Ears ears() {
        return new SupervisedProcess.Ears(progress, children::remember, end::complete);
    }

    private void openDatabase(DataDirectory data) {
        postgresql = data.postgresql();
        int port = behindLine(Port.POSTGRESQL);
        database = open(() -> new Replaceable<>(() -> startDatabase(port, data.logs())));
        progress.accept("PostgreSQL is ready: " + jdbcUrl());
    }

    private Database startDatabase(int port, Path logs) {
        Database started = Database.durable(postgresql, port, logs);
        Postmaster.on(postgresql).ifPresent(server -> server.onExit().thenRun(() -> {
            if (!sentenced.contains(server.pid())) {
                endsUnlessClosed(
                        "PostgreSQL (pid " + server.pid() + ") ended; see " + logs.resolve("postgresql.log") + ".");
            }
        }));
        return started;
    }

    private void crash() {
        ProcessHandle server = Postmaster.on(postgresql).orElseThrow();
        sentenced.add(server.pid());
        try {
            // Java has no signal between the polite one and the one after which shared memory is left behind.
            new ProcessBuilder("kill", "-QUIT", String.valueOf(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.onExit().join();
    }

    private void openBroker(DataDirectory data) {
        int listening = behindLine(Port.KAFKA);
        int controller = FreePorts.any();
        broker = open(
                () -> new Replaceable<>(() -> Broker.start(data.kafka(), port(Port.KAFKA), listening, controller)));
        eventLog = open(() -> new EventLog(kafkaBootstrapServers()));
        progress.accept("Kafka is ready with all topics: " + kafkaBootstrapServers());
    }

    /** Where a part listens: at its port, or at another one behind the line that takes its port. */
    private int behindLine(Port part) {
        if (!options.lines()) {
            return port(part);
        }
        int behind = FreePorts.any();
        lines.put(part, open(() -> new Line(port(part), behind)));
        return behind;
    }

    private void openServices(DataDirectory data) {
        services = open(() -> new PackagedServices(
                name -> packaged(name, name + "-service", port(PackagedServices.portOf(name)), data.logs(), Map.of())));
        services.start();
        progress.accept("The four services are starting; their logs: " + data.logs());
        services.eachAtOnce((name, service) -> {
            service.awaitReady(this::throwIfEnded);
            progress.accept(name + "-service is ready: " + url(name, ""));
        });
    }

    private PackagedService packaged(String name, String called, int port, Path logs, Map<String, String> settings) {
        Map<String, String> environment = environment(name, called, port);
        environment.putAll(settings);
        return new PackagedService(name, called, port, options.root(), logs, environment, ears());
    }

    private Map<String, String> environment(String service, String called, int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        // The database tells whose connection is whose.
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", Database.jdbcUrl(port(Port.POSTGRESQL)) + "?ApplicationName=" + called);
        environment.put("QUARKUS_DATASOURCE_USERNAME", service);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", service);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", options.issuer());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", options.issuer());
        environment.put("INTERSPACE_PUBLIC_URL", options.publicAddress());
        environment.put("INTERSPACE_NOTIFICATION_SMTP_HOST", "127.0.0.1");
        environment.put("INTERSPACE_NOTIFICATION_SMTP_PORT", String.valueOf(port(Port.SMTP)));
        environment.put("INTERSPACE_TICKET_MAIL_MAILBOXES_SUPPORT_HOST", "127.0.0.1");
        environment.put("INTERSPACE_TICKET_MAIL_MAILBOXES_SUPPORT_PORT", String.valueOf(port(Port.IMAP)));
        environment.put("INTERSPACE_SERVICE_CLIENT_SECRET", "notification-service");
        // Saying goodbye to the broker takes seconds per topic, and whoever pressed Ctrl-C waits; nothing is lost
        // without.
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
        // The public address may lead anywhere; the documents are fetched on this machine.
        environment.put("INTERSPACE_NOTIFICATION_DOCUMENTS_URL", options.origin());
        environment.put("INTERSPACE_NOTIFICATION_BOUNCES_HOST", "127.0.0.1");
        environment.put("INTERSPACE_NOTIFICATION_BOUNCES_PORT", String.valueOf(port(Port.IMAP)));
        environment.put("INTERSPACE_NOTIFICATION_BOUNCES_PASSWORD", "any");
        // Webhooks go to public addresses only; the demo's own inbox is the one exception.
        environment.put("INTERSPACE_WEBHOOKS_ALLOWED_PEERS", "localhost:" + port(Port.WEBHOOKS));
        environment.putAll(options.settings());
        return environment;
    }

    private void provision() {
        DemoServices demo = new DemoServices();
        for (String serviceId : demo.ids()) {
            if (options.withoutStory() && serviceId.equals(DemoServices.OF_THE_STORY)) {
                continue;
            }
            Caller.Reply reply = demo.provision(serviceId, caller("provisioning")::put);
            if (reply.status() != 200 && reply.status() != 201) {
                throw new PlainSentence("The demo service " + serviceId + " could not be provisioned: " + reply.status()
                        + " " + reply.text());
            }
            progress.accept("Service " + serviceId + (reply.status() == 201 ? " is activated" : " was active already"));
        }
    }

    /** Stops everything in the reverse order of the start; what does not stop cleanly is said and passed over. */
    @Override
    public void close() {
        opening.writeLock().lock();
        try {
            closed = true;
            while (!started.isEmpty()) {
                closeQuietly(started.pop());
            }
        } finally {
            opening.writeLock().unlock();
        }
    }

    private void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            progress.accept("A part did not stop cleanly: " + e.getMessage());
        }
    }

    private <T extends AutoCloseable> T open(Supplier<T> part) {
        opening.readLock().lock();
        try {
            if (closed) {
                throw new PlainSentence("The system was stopped while it was starting.");
            }
            T opened = part.get();
            synchronized (started) {
                started.push(opened);
            }
            return opened;
        } finally {
            opening.readLock().unlock();
        }
    }

    private void endsUnlessClosed(String why) {
        if (!closed) {
            end.complete(new PlainSentence(why));
        }
    }

    private void throwIfEnded() {
        PlainSentence why = end.getNow(null);
        if (why != null) {
            throw new PlainSentence(why.getMessage(), why);
        }
    }

    private static void join(CompletableFuture<?>... tasks) {
        try {
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private int port(Port port) {
        return options.ports().of(port);
    }

    private String address(Port port) {
        return "http://localhost:" + port(port);
    }
}
