package com.interspace.local.part;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka: broker and KRaft controller in one, in this process, with every topic of the house created. */
public final class Broker implements AutoCloseable {

    private static final int READY_WITHIN_SECONDS = 60;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private Broker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts on a directory, which is formatted when it is new, and returns when the broker has answered and the topics
     * exist.
     *
     * @param controllerPort a second port, for the controller alone
     */
    public static Broker start(Path directory, int port, int controllerPort) {
        return start(directory, port, port, controllerPort);
    }

    /**
     * The same behind a line: clients are told to connect to one port while the broker listens at another.
     *
     * @param port where clients connect
     * @param listening where the broker listens
     */
    public static Broker start(Path directory, int port, int listening, int controllerPort) {
        Map<String, String> settings = settings(directory, port, listening, controllerPort);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory, settings);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        Broker broker = new Broker(server, "127.0.0.1:" + port);
        broker.create(Topic.ofTheHouse());
        return broker;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates plain topics of one partition unless they exist: for a test that needs its own. */
    public void createTopics(Collection<String> names) {
        create(names.stream().map(Topic::plain).toList());
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void create(List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka is up but does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was starting.", e);
        }
    }

    private static Map<String, String> settings(Path directory, int port, int listening, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "CLIENTS://127.0.0.1:" + listening + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        // After a kill the controller waits this long before it takes the same broker back.
        settings.put("broker.session.timeout.ms", "5000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        // One broker keeps one copy of the internal topics, and a handful of partitions is plenty for it.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Smaller than a machine of its own would have: the whole system shares one.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        return settings;
    }

    private static void format(Path directory, Map<String, String> settings) {
        try {
            Files.createDirectories(directory);
            Path config = Files.createTempFile("kafka", ".properties");
            try {
                Files.write(
                        config,
                        settings.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toList());
                runFormat(config);
            } finally {
                Files.delete(config);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's directory cannot be written: " + directory, e);
        }
    }

    private static void runFormat(Path config) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", config.toString()};
        int result = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (result != 0) {
            throw new IllegalStateException(
                    "Kafka's directory could not be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
