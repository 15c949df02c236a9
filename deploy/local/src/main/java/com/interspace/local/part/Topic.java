package com.interspace.local.part;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.ArrayList;
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

    private record TopicFile(List<Topic> topics, String retention) {}

    /** Every topic of the house with the dead-letter topics. */
    static List<NewTopic> ofTheHouse() {
        TopicFile file = Json.data("topics.json", new TypeReference<>() {});
        String retention = String.valueOf(Duration.parse(file.retention()).toMillis());
        return file.topics().stream()
                .flatMap(topic -> topic.withDeadLetters(retention))
                .toList();
    }

    /** A plain topic, for a test that needs one of its own. */
    static NewTopic plain(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    private Stream<NewTopic> withDeadLetters(String retention) {
        List<NewTopic> all = new ArrayList<>();
        all.add(new NewTopic(name, partitions, (short) 1)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, cleanup, TopicConfig.RETENTION_MS_CONFIG, retention)));
        for (String consumer : consumers) {
            all.add(new NewTopic(name + "." + consumer + ".dlq", 1, (short) 1)
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, retention)));
        }
        return all.stream();
    }
}
