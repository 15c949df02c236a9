package com.interspace.chassis.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * A producer that answers only for what the broker has acknowledged. After a failure it drops everything still
 * under way and starts anew, so that nothing overtakes what has to be sent again. Used by one thread at a time.
 */
public final class AwaitedProducer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AwaitedProducer.class);

    private final Map<String, Object> settings;
    private KafkaProducer<String, byte[]> producer;

    /** @param broker the Kafka settings of the service (addresses, security) */
    public AwaitedProducer(Map<String, Object> broker, String clientId) {
        settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    }

    /** @return how many of the records, counted from the first, the broker has acknowledged */
    public int send(List<ProducerRecord<String, byte[]>> records) {
        int acknowledged = 0;
        try {
            List<Future<RecordMetadata>> answers = new ArrayList<>(records.size());
            for (ProducerRecord<String, byte[]> record : records) {
                answers.add(producer().send(record));
            }
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
                acknowledged++;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            close();
        } catch (ExecutionException | RuntimeException failed) {
            LOG.warnf("The broker took %d of %d records: %s", acknowledged, records.size(), failed.getMessage());
            close();
        }
        return acknowledged;
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
