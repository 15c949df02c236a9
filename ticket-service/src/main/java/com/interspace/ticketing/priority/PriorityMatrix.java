package com.interspace.ticketing.priority;

import static com.interspace.ticketing.priority.Priority.CRITICAL;
import static com.interspace.ticketing.priority.Priority.LOW;
import static com.interspace.ticketing.priority.Priority.MAJOR;
import static com.interspace.ticketing.priority.Priority.MINOR;

import java.util.Map;

/**
 * Impact x urgency gives the priority. A ticket keeps the version of the matrix that judged it.
 *
 * @param cells by impact, then by urgency
 */
public record PriorityMatrix(int version, Map<Impact, Map<Urgency, Priority>> cells) {

    /** The centre's own matrix, version 1. */
    public static PriorityMatrix standard() {
        return new PriorityMatrix(
                1,
                Map.of(
                        Impact.SERVICE_AFFECTING, row(CRITICAL, MAJOR, MAJOR),
                        Impact.DEGRADATION, row(MAJOR, MINOR, MINOR),
                        Impact.NON_SERVICE_AFFECTING, row(MINOR, LOW, LOW)));
    }

    public Priority judge(Impact impact, Urgency urgency) {
        return cells.get(impact).get(urgency);
    }

    private static Map<Urgency, Priority> row(Priority high, Priority medium, Priority low) {
        return Map.of(Urgency.HIGH, high, Urgency.MEDIUM, medium, Urgency.LOW, low);
    }
}
