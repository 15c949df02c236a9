package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.priority.Urgency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The matrix by impact, then by urgency.
 *
 * @param version ignored when it is sent
 */
@Schema(name = "PriorityMatrix")
record MatrixView(
        Integer version,
        @Schema(required = true, description = "impact -> urgency -> priority; all nine of them")
                Map<String, Map<String, String>> cells) {

    static MatrixView of(PriorityMatrix matrix) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (Impact impact : Impact.values()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Urgency urgency : Urgency.values()) {
                row.put(urgency.toString(), matrix.judge(impact, urgency).toString());
            }
            cells.put(impact.toString(), row);
        }
        return new MatrixView(matrix.version(), cells);
    }

    PriorityMatrix matrix() {
        Violations violations = new Violations();
        Map<Impact, Map<Urgency, Priority>> read = new EnumMap<>(Impact.class);
        for (Impact impact : Impact.values()) {
            Map<Urgency, Priority> row = new EnumMap<>(Urgency.class);
            for (Urgency urgency : Urgency.values()) {
                String field = "cells." + impact + "." + urgency;
                Map<String, String> words = cells == null ? null : cells.get(impact.toString());
                String word = violations.required(field, words == null ? null : words.get(urgency.toString()));
                row.put(urgency, violations.oneOf(field, word, Priority.class));
            }
            read.put(impact, row);
        }
        violations.throwIfAny();
        return new PriorityMatrix(0, read);
    }
}
