import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An example of a monitoring system: reports one reading of a service to interspace.monitoring.v1, as a CloudEvent in
 * binary mode. A reading over its threshold becomes a finding, which a person confirms or dismisses.
 */
public final class Report {

    private static final String USAGE =
            "Usage: report SERVICE_ID packet-loss|latency|traffic|down VALUE THRESHOLD [NODE]";

    private Report() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 4 || List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        String serviceId = arguments[0];
        String now = Instant.now().toString();
        String body = String.format(
                "{\"serviceId\":\"%s\",\"node\":\"%s\",\"kind\":\"%s\",\"value\":%s,\"threshold\":%s,\"observedAt\":\"%s\"}",
                serviceId,
                arguments.length > 4 ? arguments[4] : "unknown",
                arguments[1],
                Double.valueOf(arguments[2]),
                Double.valueOf(arguments[3]),
                now);
        ProducerRecord<String, String> reading = new ProducerRecord<>("interspace.monitoring.v1", serviceId, body);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "com.interspace.monitoring.reading.v1",
                        "ce_source", "/example-monitoring",
                        "ce_subject", serviceId,
                        "ce_time", now,
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> reading.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
                "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            RecordMetadata taken = producer.send(reading).get();
            System.out.println("Reported to " + taken + ": " + body);
        }
    }
}
