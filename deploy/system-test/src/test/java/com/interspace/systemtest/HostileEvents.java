package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.part.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events that no service of the house would publish, made from the examples in the producers' contracts. */
final class HostileEvents {

    private static final String EXAMPLE = ".v1.example.json";
    private static final Map<String, String> TOPICS = Map.of(
            "service", "interspace.service.v1",
            "ticket", "interspace.ticket.v1",
            "escalation", "interspace.escalation.v1",
            "notification", "interspace.notification.v1",
            "problem", "interspace.problem.v1",
            "finding", "interspace.problem.v1",
            "action", "interspace.problem.v1",
            "rfo", "interspace.rfo.v1",
            "monitoring", "interspace.monitoring.v1");
    private static final int LARGE = 950_000;

    private final Map<String, JsonNode> examples = new LinkedHashMap<>();
    private final Malice malice;
    private final Things things;

    HostileEvents(Malice malice, Things things) {
        this.malice = malice;
        this.things = things;
        for (String folder : List.of("ticket", "escalation", "notification", "rfo")) {
            read(Path.of("..", "..", folder + "-service", "contracts", "events"));
        }
        read(Path.of("..", "..", "rfo-service", "contracts", "monitoring"));
    }

    /** So many of each type, on the topic of that type. */
    List<ProducerRecord<String, byte[]>> ofEachType(int times) {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        examples.forEach((type, example) -> {
            for (int i = 0; i < times; i++) {
                events.add(event(type, example));
            }
        });
        return events;
    }

    /** What fills a record to its brim, once for each topic: whoever parks it has no room to say why. */
    List<ProducerRecord<String, byte[]>> largeOnes() {
        return TOPICS.values().stream()
                .distinct()
                .map(topic -> {
                    var event = new ProducerRecord<String, byte[]>(topic, "large", new byte[LARGE]);
                    headers("com.interspace.ticket.opened.v1")
                            .forEach((name, value) -> event.headers().add(name, utf8(value)));
                    event.headers().add("x", new byte[60_000]);
                    return event;
                })
                .toList();
    }

    private ProducerRecord<String, byte[]> event(String type, JsonNode example) {
        var event = new ProducerRecord<>(TOPICS.get(type.substring(0, type.indexOf('.'))), key(type), body(example));
        Map<String, String> headers = headers("com.interspace." + type + ".v1");
        while (malice.oneIn(3)) {
            headers.put(malice.any(List.copyOf(headers.keySet())), malice.word());
        }
        if (malice.oneIn(6)) {
            headers.put("parked_count", malice.word());
            headers.put("traceparent", malice.word());
        }
        if (malice.oneIn(6)) {
            headers.remove(malice.any(List.copyOf(headers.keySet())));
        }
        headers.forEach((name, value) -> event.headers().add(name, utf8(value)));
        return event;
    }

    /** The topic of services is compacted: there the broker itself takes nothing without a key. */
    private String key(String type) {
        if (malice.oneIn(5) && !type.startsWith("service.")) {
            return null;
        }
        return malice.oneIn(3) ? malice.word() : malice.any(things.of("/v1/tickets/"));
    }

    private byte[] body(JsonNode example) {
        if (malice.oneIn(8)) {
            return malice.any(List.of(
                    new byte[0],
                    utf8("null"),
                    utf8("[]"),
                    utf8("[".repeat(5_000)),
                    utf8("{\"ticket\":"),
                    malice.bytes(300)));
        }
        return utf8(Json.write(malice.spoilt(things.insteadOfExamples(example, malice))));
    }

    private Map<String, String> headers(String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/hostile");
        headers.put("ce_subject", "hostile");
        headers.put("ce_time", "2026-03-02T08:15:00Z");
        headers.put("ce_sequence", "3");
        return headers;
    }

    private void read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(EXAMPLE)) {
                    examples.put(
                            name.substring(0, name.length() - EXAMPLE.length()), Json.parse(Files.readString(file)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
