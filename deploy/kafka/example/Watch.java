import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * An example consumer: prints each event of the house as it comes, one line each. It reads without a group, so that it
 * disturbs nobody; a consumer that has effects would use a group of its own and remember the ids that it has applied
 * (ce_id), because an event may come twice.
 */
public final class Watch {

    private static final String USAGE = "Usage: watch [--from-beginning] [--for=SECONDS] [topic...]";

    private Watch() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        if (options.contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        long until = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(options.stream()
                        .filter(option -> option.startsWith("--for="))
                        .mapToLong(option -> Long.parseLong(option.substring(6)))
                        .findFirst()
                        .orElse(TimeUnit.DAYS.toSeconds(365)));
        List<String> topics =
                options.stream().filter(option -> !option.startsWith("--")).toList();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"));
        try (KafkaConsumer<String, String> events =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            Pattern ours = Pattern.compile("interspace\\.[a-z]+\\.v\\d+");
            var partitions = events.listTopics().entrySet().stream()
                    .filter(topic -> topics.isEmpty()
                            ? ours.matcher(topic.getKey()).matches()
                            : topics.contains(topic.getKey()))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                    .toList();
            events.assign(partitions);
            if (options.contains("--from-beginning")) {
                events.seekToBeginning(partitions);
            } else {
                events.seekToEnd(partitions);
            }
            partitions.forEach(events::position);
            System.out.println("Watching " + partitions.size() + " partitions");
            while (System.nanoTime() < until) {
                events.poll(Duration.ofMillis(500)).forEach(Watch::print);
            }
        }
    }

    private static void print(ConsumerRecord<String, String> event) {
        System.out.println(header(event, "ce_time") + "  " + header(event, "ce_type") + "  " + event.key() + "  "
                + event.value());
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
