package com.interspace.escalation.adapter.postgres;

import com.interspace.chassis.report.Period;
import com.interspace.chassis.report.Table;
import com.interspace.escalation.report.Figures;
import com.interspace.escalation.report.ReportKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts in the tables: the levels reached in the period, by an index on their time. */
@ApplicationScoped
class FiguresTable implements Figures {

    private static final String REACHED =
            """
             from climb_step step join climb on climb.ticket_id = step.ticket_id
            where step.outcome = 'REACHED' and step.at >= :start and step.at < :end""";

    private static final String OF_ACCOUNTS = " and climb.account = any(:accounts)";

    private record Counting(String select, String groupBy) {}

    private static final Map<ReportKind, Counting> COUNTINGS = new EnumMap<>(Map.of(
            ReportKind.BY_LEVEL,
            new Counting("select step.level, count(*), count(distinct step.ticket_id)", " group by 1 order by 1"),
            ReportKind.BY_CAUSE,
            new Counting(
                    "select lower(step.cause), count(*), count(distinct step.ticket_id)", " group by 1 order by 1"),
            ReportKind.BY_SERVICE,
            new Counting(
                    """
                    select climb.service_id, climb.account, count(*), count(distinct step.ticket_id),
                        max(step.level)""",
                    " group by 1, 2 order by 3 desc, 1 limit 1000"),
            ReportKind.BY_MONTH,
            new Counting(
                    """
                    select to_char(step.at at time zone :zone, 'YYYY-MM'), count(*),
                        count(distinct step.ticket_id)""",
                    " group by 1 order by 1"),
            ReportKind.ACKNOWLEDGEMENT,
            new Counting(
                    "select step.level, count(*), count(step.acknowledged_at), " + percentile("0.5") + ", "
                            + percentile("0.9") + ", " + percentile("1"),
                    " group by 1 order by 1")));

    private static String percentile(String fraction) {
        return "percentile_cont(" + fraction
                + ") within group (order by extract(epoch from step.acknowledged_at - step.at)::float8)";
    }

    private final EntityManager tables;

    @Inject
    FiguresTable(EntityManager tables) {
        this.tables = tables;
    }

    @Override
    public Table drawUp(ReportKind kind, Period period, Optional<Set<String>> accounts) {
        Counting counting = COUNTINGS.get(kind);
        String sql = counting.select() + REACHED + (accounts.isPresent() ? OF_ACCOUNTS : "") + counting.groupBy();
        Query query = tables.createNativeQuery(sql, Object[].class)
                .setParameter("start", period.start())
                .setParameter("end", period.end());
        accounts.ifPresent(scope -> query.setParameter("accounts", scope.toArray(String[]::new)));
        if (kind == ReportKind.BY_MONTH) {
            query.setParameter("zone", period.zone().getId());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(cells((Object[]) row));
        }
        return new Table(kind.columns(), rows);
    }

    /** Percentiles, in seconds, become durations. */
    private static List<Object> cells(Object[] row) {
        List<Object> cells = new ArrayList<>();
        for (Object cell : row) {
            cells.add(cell instanceof Double seconds ? Duration.ofSeconds(Math.round(seconds)) : cell);
        }
        return cells;
    }
}
