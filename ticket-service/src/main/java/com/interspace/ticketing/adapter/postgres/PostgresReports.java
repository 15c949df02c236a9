package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.sla.Milestones;
import com.interspace.ticketing.sla.TicketReports;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;

/** Reports over {@code ticket_milestone}; one statement each, read by the index on the time of opening. */
@ApplicationScoped
class PostgresReports implements TicketReports {

    private static final String NOTE =
            """
            insert into ticket_milestone as known (ticket_id, account, service_id, priority, created_at,
                acknowledged_ms, response_met, restored_ms, repair_met)
            values (?1, ?2, cast(?3 as text), ?4, ?5, cast(?6 as bigint), cast(?7 as boolean), cast(?8 as bigint),
                cast(?9 as boolean))
            on conflict (ticket_id) do update set service_id = excluded.service_id, priority = excluded.priority,
                acknowledged_ms = excluded.acknowledged_ms, response_met = excluded.response_met,
                restored_ms = excluded.restored_ms, repair_met = excluded.repair_met
            where (known.service_id, known.priority, known.acknowledged_ms, known.response_met, known.restored_ms,
                    known.repair_met)
                is distinct from (excluded.service_id, excluded.priority, excluded.acknowledged_ms,
                    excluded.response_met, excluded.restored_ms, excluded.repair_met)""";

    private final EntityManager entities;

    @Inject
    PostgresReports(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void note(Ticket ticket, Milestones reached) {
        // The first row of a ticket refers to it.
        entities.flush();
        entities.createNativeQuery(NOTE)
                .setParameter(1, ticket.id())
                .setParameter(2, ticket.account())
                .setParameter(3, ticket.serviceId())
                .setParameter(4, ticket.priority().toString())
                .setParameter(5, ticket.createdAt())
                .setParameter(6, millis(reached.acknowledgedAfter()))
                .setParameter(7, reached.responseMet())
                .setParameter(8, millis(reached.restoredAfter()))
                .setParameter(9, reached.repairMet())
                .executeUpdate();
    }

    @Override
    public List<Durations> timeToAcknowledge(Selection selection) {
        return durations("acknowledged_ms", selection);
    }

    @Override
    public List<Durations> timeToRestore(Selection selection) {
        return durations("restored_ms", selection);
    }

    @Override
    public List<Attainment> targetAttainment(Selection selection) {
        String columns = "count(response_met), count(*) filter (where response_met), count(repair_met), "
                + "count(*) filter (where repair_met)";
        return rows(columns, "response_met is not null or repair_met is not null", selection).stream()
                .map(row -> new Attainment((String) row[0], whole(row[1]), whole(row[2]), whole(row[3]), whole(row[4])))
                .toList();
    }

    /** Percentiles are measured values, never interpolated ones. */
    private List<Durations> durations(String column, Selection selection) {
        String columns = "count(*), cast(avg(%1$s) as bigint), percentile_disc(0.5) within group (order by %1$s), "
                + "percentile_disc(0.95) within group (order by %1$s), max(%1$s)";
        return rows(columns.formatted(column), column + " is not null", selection).stream()
                .map(row -> new Durations(
                        (String) row[0],
                        whole(row[1]),
                        duration(row[2]),
                        duration(row[3]),
                        duration(row[4]),
                        duration(row[5])))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String columns, String reached, Selection selection) {
        String group = group(selection.by());
        String sql = "select " + group + ", " + columns + " from ticket_milestone where created_at >= ?1 "
                + "and created_at < ?2 and (" + reached + ")"
                + (selection.scope().isPresent() ? " and account in (?3)" : "")
                + " group by 1 order by 1 nulls last";
        Query query = entities.createNativeQuery(sql)
                .setParameter(1, selection.from())
                .setParameter(2, selection.to());
        selection.scope().ifPresent(scope -> query.setParameter(3, scope));
        return query.getResultList();
    }

    private static String group(Grouping by) {
        return switch (by) {
            case PRIORITY -> "priority";
            case SERVICE -> "service_id";
            case MONTH -> "to_char(created_at at time zone 'UTC', 'YYYY-MM')";
        };
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static Duration duration(Object millis) {
        return Duration.ofMillis(whole(millis));
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }
}
