package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.problem.ProblemStatistics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** One query a report. */
@ApplicationScoped
class ProblemStatisticsView implements ProblemStatistics {

    private static final String BY_STATUS =
            """
            select status, count(*), count(*) filter (where days <= 7),
                   count(*) filter (where days > 7 and days <= 30), count(*) filter (where days > 30 and days <= 90),
                   count(*) filter (where days > 90), cast(floor(max(days)) as bigint),
                   count(*) filter (where known_error), count(*) filter (where reopened)
            from (select status, known_error,
                         extract(epoch from coalesce(closed_at, resolved_at, cast(:now as timestamptz)) - opened_at)
                             / 86400 as days,
                         exists (select 1 from problem_change c where c.problem_id = p.id and c.person_id is null
                                 and c.from_status in ('resolved', 'closed')) as reopened
                  from problem p where opened_at >= :from and opened_at < :before) aged
            group by status
            order by array_position(
                array['acknowledged', 'inProgress', 'pending', 'held', 'resolved', 'closed'], status)""";

    private static final String BY_CAUSE =
            """
            select p.root_cause_category, count(*), count(*) filter (where p.status not in ('resolved', 'closed')),
                   coalesce(sum((select count(*) from problem_ticket t where t.problem_id = p.id)), 0),
                   coalesce(sum((select count(*) from problem_service s where s.problem_id = p.id)), 0),
                   count(*) filter (where p.permanent_fix is not null), max(p.root_cause_at)
            from problem p
            where p.root_cause_category is not null and p.root_cause_at >= :from and p.root_cause_at < :before
            group by p.root_cause_category order by count(*) desc, p.root_cause_category""";

    private final EntityManager entities;

    @Inject
    ProblemStatisticsView(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<OfStatus> byStatusAndAge(Instant from, Instant before, Instant now) {
        List<Object[]> rows = entities.createNativeQuery(BY_STATUS, Object[].class)
                .setParameter("from", from)
                .setParameter("before", before)
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(row -> new OfStatus(
                        (String) row[0],
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8])))
                .toList();
    }

    @Override
    public List<OfCause> byCause(Instant from, Instant before) {
        List<Object[]> rows = entities.createNativeQuery(BY_CAUSE, Object[].class)
                .setParameter("from", from)
                .setParameter("before", before)
                .getResultList();
        return rows.stream()
                .map(row -> new OfCause(
                        (String) row[0],
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        (Instant) row[6]))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
