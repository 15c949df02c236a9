package com.interspace.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the broker alone can do: from the producer's hands to the consumer's, bodies as large as those of tickets. */
final class TopicFloor implements AutoCloseable {

    private static final String TOPIC = "load.floor";

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    TopicFloor(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        createTopic();
        producer = producer();
    }

    /**
     * How long each record took, in nanoseconds.
     *
     * @param first in which the way comes to its speed; what is sent then is not counted
     */
    long[] produceToConsume(String body, double rate, Duration first, Duration time) {
        int uncounted = (int) (rate * first.toSeconds());
        int all = uncounted + (int) (rate * time.toSeconds());
        long[] sent = new long[all];
        try (Listener listener = new Listener(bootstrapServers, List.of(TOPIC))) {
            long begin = System.nanoTime();
            for (int i = 0; i < all; i++) {
                Stopwatch.sleepUntil(begin + (long) (i / rate * 1e9));
                sent[i] = System.nanoTime();
                producer.send(new ProducerRecord<>(TOPIC, String.valueOf(i), body));
            }
            producer.flush();
            Waiting.until(Duration.ofSeconds(10), () -> listener.heard() >= all);
            return listener.arrivals().stream()
                    .filter(arrival -> number(arrival) >= uncounted)
                    .mapToLong(arrival -> arrival.nanoTime() - sent[number(arrival)])
                    .toArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static int number(Listener.Arrival arrival) {
        return Integer.parseInt(arrival.record().key());
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    private void createTopic() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
