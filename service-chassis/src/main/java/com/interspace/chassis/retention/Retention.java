package com.interspace.chassis.retention;

import java.time.Duration;

/**
 * How long the rows of a table are kept.
 *
 * @param age the column that tells how old a row is; it needs an index, so that the cost is that of what is due
 * @param only which rows may go at all, as SQL
 * @param batch rows that go at once
 */
public record Retention(String table, String age, String only, Duration keep, int batch) {

    private static final int USUAL_BATCH = 5_000;

    public static Retention of(String table, String age, Duration keep) {
        return new Retention(table, age, "true", keep, USUAL_BATCH);
    }

    /** Rows for which this does not hold stay, however old they are. */
    public Retention only(String condition) {
        return new Retention(table, age, condition, keep, batch);
    }

    /** For heavy rows. */
    public Retention inBatchesOf(int rows) {
        return new Retention(table, age, only, keep, rows);
    }

    /** Deletes the oldest rows from before its one parameter; what another process is deleting is left to it. */
    public String statement() {
        return """
            delete from %1$s where ctid = any (array(
                select ctid from %1$s where %2$s < ? and %3$s order by %2$s limit %4$d for update skip locked))"""
                .formatted(table, age, only, batch);
    }
}
