package com.interspace.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Many levels that are due in the same second, fired by the service's own timers. */
final class DueAtOnce {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Enough time to write the new times down before they have come. */
    private static final int SECONDS_AHEAD = 10;

    /** Of those that {@link History} wrote, whose first level comes after 24 hours and has not come yet. */
    private static final String CHOOSE =
            """
            create table public.due_at_once as
            select key from escalation.timer where kind = 'climb' and key like 'IS-3%%'
            and key not in (select ticket_id from escalation.climb_step)
            order by md5(key) limit %d""";

    private static final String MAKE_OLDER =
            """
            update escalation.climb set running_since = due.at - interval '24 hours'
            from (select date_trunc('second', clock_timestamp()) + interval '%1$d seconds' as at) as due
            where ticket_id in (select key from public.due_at_once)""";

    private static final String ARM =
            """
            update escalation.timer set due_at = climb.running_since + interval '24 hours' from escalation.climb
            where kind = 'climb' and key = climb.ticket_id and key in (select key from public.due_at_once)""";

    private static final String DUE_AT = "(select max(running_since) + interval '24 hours' from escalation.climb"
            + " where ticket_id = (select min(key) from public.due_at_once))";

    /** A timer goes with the effect that it had, so this costs little and says whether all was done. */
    private static final String STILL_DUE =
            "select count(*) from (select from escalation.timer where due_at <= " + DUE_AT + " limit 1) as any_one";

    private static final String MILLIS_SINCE_DUE =
            "select (extract(epoch from clock_timestamp() - " + DUE_AT + ") * 1000)::bigint";

    private static final String REACHED = "select count(*) from escalation.climb_step where outcome = 'REACHED'"
            + " and ticket_id in (select key from public.due_at_once)";

    /**
     * @param fired tickets that reached their level
     * @param twice steps beyond the first
     * @param seconds from the second in which all were due until the last had fired
     * @param events that tell of it, each once
     */
    record Result(long fired, long twice, double seconds, long events) {}

    private final LoadedSystem system;
    private final History history;

    DueAtOnce(LoadedSystem system, History history) {
        this.system = system;
        this.history = history;
    }

    Result fire(int wanted) {
        int due = (int) Math.min(wanted, history.armed());
        try (Connection connection = system.database();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("drop table if exists public.due_at_once");
            sql.execute(CHOOSE.formatted(due));
            sql.execute("alter table public.due_at_once add primary key (key)");
            sql.execute(MAKE_OLDER.formatted(SECONDS_AHEAD));
            sql.execute(ARM);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (system.count("select count(*) from escalation.timer where due_at <= clock_timestamp()") > 0) {
            throw new IllegalStateException("The levels were due before all of them were written down");
        }
        Waiting.until(PATIENCE, () -> system.count(STILL_DUE) == 0);
        double seconds = system.count(MILLIS_SINCE_DUE) / 1000.0;
        system.awaitQuiet(PATIENCE);
        long steps = system.count(REACHED);
        long fired = system.count(REACHED.replace("count(*)", "count(distinct ticket_id)"));
        long events = system.count("select count(*) from escalation.outbox where sent_at is not null"
                + " and type = 'com.interspace.escalation.level-reached.v1'"
                + " and key in (select key from public.due_at_once)");
        return new Result(fired, steps - fired, seconds, events);
    }
}
