import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a service read again what was published since a moment: after its database was restored to that moment, or to
 * project anew. The service must be down. What it has applied already it recognises by the event's id.
 */
public final class Rewind {

    private static final String USAGE = "Usage: rewind SERVICE INSTANT|beginning   (ticket, escalation, notification, rfo)";

    private Rewind() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.out.println(USAGE);
            return;
        }
        OffsetSpec since = arguments[1].equals("beginning")
                ? OffsetSpec.earliest()
                : OffsetSpec.forTimestamp(Instant.parse(arguments[1]).toEpochMilli());
        Map<String, Object> broker = Map.of(
                "bootstrap.servers", System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"));
        try (Admin admin = Admin.create(broker)) {
            rewind(admin, arguments[0], since);
        }
    }

    private static void rewind(Admin admin, String group, OffsetSpec since) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> now =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, ListOffsetsResultInfo> then = admin.listOffsets(
                        now.keySet().stream().collect(Collectors.toMap(each -> each, each -> since)))
                .all()
                .get();
        Map<TopicPartition, OffsetAndMetadata> earlier = new HashMap<>();
        now.forEach((partition, committed) -> {
            long offset = then.get(partition).offset();
            // Nothing was published since then: there is nothing to read again.
            if (offset >= 0 && offset < committed.offset()) {
                earlier.put(partition, new OffsetAndMetadata(offset));
            }
        });
        admin.alterConsumerGroupOffsets(group, earlier).all().get();
        long events = earlier.entrySet().stream()
                .mapToLong(each -> now.get(each.getKey()).offset() - each.getValue().offset())
                .sum();
        System.out.println(group + " reads " + events + " events again, on " + earlier.size() + " partitions");
    }
}
