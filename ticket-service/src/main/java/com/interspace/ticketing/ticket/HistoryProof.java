package com.interspace.ticketing.ticket;

import java.util.List;

/**
 * The outcome of following the chain from its first row.
 *
 * @param head the hash of the last row, to be compared with the newest event's {@code historyHead}
 * @param firstInvalid the number of the first row that does not follow; null when all do
 */
public record HistoryProof(boolean valid, int rows, String head, Long firstInvalid) {

    /**
     * @param rows all rows in order
     * @param head the head that the ticket itself remembers: a chain cut off at its end does not reach it
     */
    public static HistoryProof of(List<HistoryRow> rows, String head) {
        String previous = "";
        long expected = 1;
        for (HistoryRow row : rows) {
            if (row.sequence() != expected || !row.follows(previous)) {
                return new HistoryProof(false, rows.size(), head, expected);
            }
            previous = row.hash();
            expected++;
        }
        return previous.equals(head)
                ? new HistoryProof(true, rows.size(), head, null)
                : new HistoryProof(false, rows.size(), head, expected);
    }
}
