package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoStatus;
import com.interspace.rfo.report.Rfos;
import com.interspace.rfo.report.TimelinessOfMonth;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RfoTable implements Rfos, PanacheRepositoryBase<Rfo, UUID> {

    private static final List<RfoStatus> OPEN =
            Arrays.stream(RfoStatus.values()).filter(RfoStatus::isOpen).toList();

    private static final String NEXT_NUMBER =
            """
            insert into rfo_number (year, last) values (:year, 1)
            on conflict (year) do update set last = rfo_number.last + 1
            returning last""";

    private static final String TIMELINESS =
            """
            select to_char(requested_at at time zone :zone, 'YYYY-MM') as month, count(*),
                   count(*) filter (where published_at <= due),
                   count(*) filter (where published_at > due),
                   count(*) filter (where status in ('draft', 'inReview', 'approved') and due >= :now),
                   count(*) filter (where status in ('draft', 'inReview', 'approved') and due < :now),
                   count(*) filter (where status = 'withdrawn')
            from rfo where edition = 1 and requested_at >= :from and requested_at < :to
            group by month order by month""";

    @Override
    public void add(Rfo rfo) {
        persist(rfo);
    }

    @Override
    public Optional<Rfo> byId(UUID id) {
        return findByIdOptional(id);
    }

    @Override
    public Optional<Rfo> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Optional<Rfo> openOf(String ticketId) {
        return find("ticketId = ?1 and status in ?2", ticketId, OPEN).firstResultOptional();
    }

    @Override
    public int newestEdition(String number) {
        return getEntityManager()
                .createQuery("select max(edition) from Rfo where number = :number", Integer.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    @Override
    public List<Rfo> list(Filter filter, Cursor after, int rows) {
        List<String> conditions = new ArrayList<>();
        Parameters values = conditions(filter, conditions);
        if (after != null) {
            conditions.add("(requestedAt < :at or (requestedAt = :at and id < :id))");
            addPosition(values, after);
        }
        return find(where(conditions) + " order by requestedAt desc, id desc", values)
                .range(0, rows - 1)
                .list();
    }

    @Override
    public long count(Filter filter) {
        List<String> conditions = new ArrayList<>();
        Parameters values = conditions(filter, conditions);
        return count(where(conditions), values);
    }

    @Override
    public List<TimelinessOfMonth> timeliness(Instant from, Instant to, ZoneId zone, Instant now) {
        return getEntityManager()
                .createNativeQuery(TIMELINESS, TimelinessOfMonth.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("zone", zone.getId())
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public String nextNumber(int year) {
        Number last = (Number) getEntityManager()
                .createNativeQuery(NEXT_NUMBER)
                .setParameter("year", year)
                .getSingleResult();
        return "RFO-%d-%06d".formatted(year, last.longValue());
    }

    private static Parameters conditions(Filter filter, List<String> conditions) {
        Parameters values = new Parameters();
        if (filter.ticketId() != null) {
            conditions.add("ticketId = :ticketId");
            values.and("ticketId", filter.ticketId());
        }
        if (filter.status() != null) {
            conditions.add("status = :status");
            values.and("status", filter.status());
        }
        filter.accounts().ifPresent(accounts -> {
            conditions.add("account in :accounts");
            values.and("accounts", accounts);
        });
        return values;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    private static void addPosition(Parameters values, Cursor after) {
        Position position = Position.of(after);
        values.and("at", position.at()).and("id", position.id());
    }
}
