package com.interspace.ticketing.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PostgresMatrices implements Matrices {

    static final String KIND = "priority-matrix";

    private final RuleShelf shelf;
    private final ObjectMapper json;

    @Inject
    PostgresMatrices(RuleShelf shelf, ObjectMapper json) {
        this.shelf = shelf;
        this.json = json;
    }

    @Override
    public PriorityMatrix current() {
        return find(shelf.newest(KIND, "").orElseThrow()).orElseThrow();
    }

    @Override
    public Optional<PriorityMatrix> find(int version) {
        return shelf.find(new RuleShelf.Key(KIND, "", version), this::read);
    }

    @Override
    public PriorityMatrix add(PriorityMatrix matrix, Actor by, Instant at) {
        return shelf.add(
                KIND, "", matrix, words(matrix), (one, other) -> one.cells().equals(other.cells()), this::read, by, at);
    }

    private static Map<String, Map<String, String>> words(PriorityMatrix matrix) {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        for (Impact impact : Impact.values()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Urgency urgency : Urgency.values()) {
                row.put(urgency.toString(), matrix.judge(impact, urgency).toString());
            }
            words.put(impact.toString(), row);
        }
        return words;
    }

    private PriorityMatrix read(RuleShelf.Key key, String body) throws JsonProcessingException {
        Map<String, Map<String, String>> words = json.readValue(body, new TypeReference<>() {});
        Map<Impact, Map<Urgency, Priority>> cells = new EnumMap<>(Impact.class);
        for (Impact impact : Impact.values()) {
            Map<Urgency, Priority> row = new EnumMap<>(Urgency.class);
            for (Urgency urgency : Urgency.values()) {
                row.put(urgency, Priority.of(words.get(impact.toString()).get(urgency.toString())));
            }
            cells.put(impact, row);
        }
        return new PriorityMatrix(key.version(), cells);
    }
}
