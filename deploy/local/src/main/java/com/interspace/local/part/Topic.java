package com.interspace.local.part;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as the data file {@code topics.json} names it, with the services that read it: each of them has a dead-letter
 * topic {@code <topic>.<consumer>.dlq} of one partition, so that parked events keep their order.
 */
record Topic(String name, int partitions, String cleanup, List<String> consumers) {

    private record TopicFile(List<Topic> topics, String retention, String readableFor, String overwrittenWithin) {

        Map<String, String> settings(String cleanup) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG, cleanup, TopicConfig.RETENTION_MS_CONFIG, millis(retention)));
            if (cleanup.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
                settings.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, millis(readableFor));
                settings.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(overwrittenWithin));
            }
            return settings;
        }

        private static String millis(String duration) {
            return String.valueOf(Duration.parse(duration).toMillis());
        }
    }

    /** Every topic of the house with the dead-letter topics. */
    static List<NewTopic> ofTheHouse() {
        TopicFile file = Json.data("topics.json", new TypeReference<>() {});
        return file.topics().stream()
                .flatMap(topic -> topic.withDeadLetters(file))
                .toList();
    }

    /** A plain topic, for a test that needs one of its own. */
    static NewTopic plain(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    private Stream<NewTopic> withDeadLetters(TopicFile file) {
        List<NewTopic> all = new ArrayList<>();
        all.add(new NewTopic(name, partitions, (short) 1).configs(file.settings(cleanup)));
        for (String consumer : consumers) {
            all.add(new NewTopic(name + "." + consumer + ".dlq", 1, (short) 1)
                    .configs(file.settings(TopicConfig.CLEANUP_POLICY_DELETE)));
        }
        return all.stream();
    }
}
