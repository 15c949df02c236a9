package com.interspace.ticketing.priority;

import java.util.Map;

/**
 * Impact x urgency gives the priority. A version never changes; a ticket keeps the one that judged it.
 *
 * @param cells by impact, then by urgency; every pair has its cell
 */
public record PriorityMatrix(int version, Map<Impact, Map<Urgency, Priority>> cells) {

    public Priority judge(Impact impact, Urgency urgency) {
        return cells.get(impact).get(urgency);
    }
}
