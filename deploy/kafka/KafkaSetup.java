import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Brings a broker to what topics.json and acls/*.json say: missing topics are created, retention and cleaning put right,
 * access granted. Nothing is ever deleted and no partition added, because keys would move; running it twice changes
 * nothing.
 *
 * <p>{@code java -cp "<kafka-clients and jackson>" KafkaSetup.java [--dry-run] [--with-acls]}, in the
 * directory of the files. Every setting of a Kafka client comes from the environment: KAFKA_BOOTSTRAP_SERVERS,
 * KAFKA_SECURITY_PROTOCOL and so on; TOPIC_REPLICATION is 3 unless it is named.
 */
public final class KafkaSetup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KafkaSetup() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        Path files = Path.of(System.getenv().getOrDefault("KAFKA_SETUP_FILES", "."));
        List<NewTopic> topics = topics(files.resolve("topics.json"), replication());
        List<AclBinding> acls = acls(files);
        if (options.contains("--dry-run")) {
            topics.forEach(topic -> System.out.println("topic " + topic.name() + " partitions=" + topic.numPartitions()
                    + " " + new java.util.TreeMap<>(topic.configs())));
            acls.forEach(acl -> System.out.println("acl " + acl.entry().principal() + " "
                    + acl.entry().operation() + " " + acl.pattern().resourceType() + " "
                    + acl.pattern().name()));
            return;
        }
        try (Admin admin = Admin.create(client())) {
            apply(admin, topics);
            if (options.contains("--with-acls")) {
                admin.createAcls(acls).all().get();
                System.out.println(acls.size() + " grants are in place");
            }
        }
    }

    private static void apply(Admin admin, List<NewTopic> topics) throws Exception {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing =
                topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
        admin.createTopics(missing).all().get();
        Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
        topics.forEach(topic -> settings.put(
                new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                topic.configs().entrySet().stream()
                        .map(each -> new AlterConfigOp(
                                new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                        .toList()));
        admin.incrementalAlterConfigs(settings).all().get();
        System.out.println(topics.size() + " topics are in place, " + missing.size() + " of them new");
    }

    /** Every topic of the house, and for each that reads it a dead-letter topic of one partition. */
    private static List<NewTopic> topics(Path file, short replication) throws Exception {
        JsonNode root = JSON.readTree(file.toFile());
        String retention = millis(root, "retention");
        Map<String, String> compact = Map.of(
                "cleanup.policy", "compact",
                "retention.ms", retention,
                "min.compaction.lag.ms", millis(root, "readableFor"),
                "max.compaction.lag.ms", millis(root, "overwrittenWithin"));
        Map<String, String> delete = Map.of("cleanup.policy", "delete", "retention.ms", retention);
        List<NewTopic> all = new ArrayList<>();
        for (JsonNode topic : root.path("topics")) {
            String name = topic.path("name").asText();
            all.add(topic(name, topic.path("partitions").asInt(), replication)
                    .configs(topic.path("cleanup").asText().equals("compact") ? compact : delete));
            topic.path("consumers").forEach(consumer -> all.add(topic(
                            name + "." + consumer.asText() + ".dlq", 1, replication)
                    .configs(delete)));
        }
        return all;
    }

    private static String millis(JsonNode file, String setting) {
        return String.valueOf(Duration.parse(file.path(setting).asText()).toMillis());
    }

    private static NewTopic topic(String name, int partitions, short replication) {
        return new NewTopic(name, partitions, replication);
    }

    private static List<AclBinding> acls(Path files) throws Exception {
        List<AclBinding> all = new ArrayList<>();
        Path folder = files.resolve("acls");
        // A ConfigMap has no folders.
        try (Stream<Path> each = Files.list(Files.isDirectory(folder) ? folder : files)) {
            List<Path> names = each.filter(file -> file.toString().endsWith("acl.json"))
                    .sorted()
                    .toList();
            for (Path name : names) {
                all.addAll(grants(JSON.readTree(name.toFile())));
            }
        }
        return all;
    }

    private static List<AclBinding> grants(JsonNode file) {
        String principal = file.path("principal").asText();
        List<AclBinding> grants = new ArrayList<>();
        Map<String, AclOperation> topicLists = new LinkedHashMap<>();
        topicLists.put("writes", AclOperation.WRITE);
        topicLists.put("reads", AclOperation.READ);
        // Reading or writing implies describing.
        topicLists.forEach((list, operation) -> file.path(list)
                .forEach(topic -> grants.add(grant(principal, operation, ResourceType.TOPIC, topic.asText()))));
        file.path("groups")
                .forEach(group ->
                        grants.add(grant(principal, AclOperation.READ, ResourceType.GROUP, group.asText())));
        return grants;
    }

    private static AclBinding grant(String principal, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static short replication() {
        return Short.parseShort(System.getenv().getOrDefault("TOPIC_REPLICATION", "3"));
    }

    /** KAFKA_SASL_JAAS_CONFIG becomes sasl.jaas.config, as in the services. */
    private static Map<String, Object> client() {
        Map<String, Object> settings = new HashMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("KAFKA_") && !name.startsWith("KAFKA_SETUP_")) {
                settings.put(name.substring("KAFKA_".length()).toLowerCase().replace('_', '.'), value);
            }
        });
        return settings;
    }
}
