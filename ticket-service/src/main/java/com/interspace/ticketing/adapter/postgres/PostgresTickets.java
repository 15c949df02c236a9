package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketId;
import com.interspace.ticketing.ticket.TicketQuery;
import com.interspace.ticketing.ticket.Tickets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class PostgresTickets implements Tickets, PanacheRepositoryBase<Ticket, String> {

    /** Each half has a partial index of its own, so that the cost does not grow with what is closed. */
    private static final String OPEN_ON_SAME =
            """
            select id from (
                (select id, created_at from ticket
                 where account = :account and service_id = :serviceId
                   and status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD')
                 order by created_at desc limit 10)
                union
                (select id, created_at from ticket
                 where account = :account and circuit_id = :circuitId
                   and status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD')
                 order by created_at desc limit 10)
            ) as same order by created_at desc, id desc limit 10""";

    @Override
    public String nextId() {
        Number next = (Number) getEntityManager()
                .createNativeQuery("select nextval('ticket_number')", Long.class)
                .getSingleResult();
        return TicketId.of(next.longValue());
    }

    @Override
    public void add(Ticket ticket) {
        persist(ticket);
    }

    @Override
    public Optional<Ticket> find(String id, Optional<Set<String>> scope) {
        return scope.isEmpty()
                ? findByIdOptional(id)
                : find("id = ?1 and account in ?2", id, scope.get()).firstResultOptional();
    }

    @Override
    public Optional<Ticket> take(String id, Optional<Set<String>> scope) {
        return scope.isEmpty()
                ? findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                : find("id = ?1 and account in ?2", id, scope.get())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional();
    }

    @Override
    public Optional<Ticket> byExternalId(String account, String externalId) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as held")
                .setParameter("key", account + " " + externalId)
                .getSingleResult();
        return find("account = ?1 and report.externalId = ?2 and reportDigest is not null", account, externalId)
                .firstResultOptional();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> openOnSame(String account, String serviceId, String circuitId) {
        return getEntityManager()
                .createNativeQuery(OPEN_ON_SAME, String.class)
                .setParameter("account", account)
                .setParameter("serviceId", serviceId)
                .setParameter("circuitId", circuitId)
                .getResultList();
    }

    @Override
    public List<Ticket> list(TicketQuery query) {
        Filter filter = new Filter(query);
        if (query.after() != null) {
            filter.and(
                    "(createdAt < :afterTime or (createdAt = :afterTime and id < :afterId))",
                    "afterTime",
                    query.after().createdAt());
            filter.parameters.and("afterId", query.after().id());
        }
        return find(filter.where() + " order by createdAt desc, id desc", filter.parameters)
                .range(0, query.limit())
                .list();
    }

    @Override
    public long count(TicketQuery query) {
        Filter filter = new Filter(query);
        return count(filter.where(), filter.parameters);
    }

    /** The conditions of a query; every one of them has an index of its own. */
    private static final class Filter {

        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Parameters parameters = new Parameters();

        Filter(TicketQuery query) {
            query.scope().ifPresent(scope -> and("account in :scope", "scope", scope));
            and("account = :account", "account", query.account());
            and("status = :status", "status", query.status());
            and("priority = :priority", "priority", query.priority());
            and("report.impact = :impact", "impact", query.impact());
            and("report.serviceId = :serviceId", "serviceId", query.serviceId());
            and("report.channel = :channel", "channel", query.channel());
            and("task = :task", "task", query.task());
            and("report.externalId = :externalId", "externalId", query.externalId());
            and("createdAt >= :createdFrom", "createdFrom", query.createdFrom());
            and("createdAt < :createdTo", "createdTo", query.createdTo());
        }

        void and(String condition, String name, Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.and(name, value);
            }
        }

        String where() {
            return String.join(" and ", conditions);
        }
    }
}
