package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketQuery;
import com.interspace.ticketing.ticket.Tickets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class PostgresTickets implements Tickets, PanacheRepositoryBase<Ticket, String> {

    /** As in the partial indexes. */
    private static final String OPEN = "status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD')";

    @Override
    public void add(Ticket ticket) {
        persist(ticket);
    }

    @Override
    public Optional<Ticket> find(String id, Optional<Set<String>> scope) {
        return scope.isEmpty()
                ? findByIdOptional(id)
                : find(InScope.BY_ID, id, InScope.of(scope.get())).firstResultOptional();
    }

    @Override
    public Optional<Ticket> take(String id, Optional<Set<String>> scope) {
        return scope.isEmpty()
                ? findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                : find(InScope.BY_ID, id, InScope.of(scope.get()))
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
    public List<String> openAfter(String id, int limit) {
        return ids("select id from ticket where id > :key and " + OPEN + " order by id limit " + limit, id);
    }

    @Override
    public List<String> openChildren(String parentId) {
        return ids("select id from ticket where parent_id = :key and " + OPEN + " order by id", parentId);
    }

    @Override
    public boolean hasChildren(String id) {
        return !ids("select id from ticket where parent_id = :key limit 1", id).isEmpty();
    }

    @Override
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Ticket> list(TicketQuery query) {
        TicketSearch search = TicketSearch.page(query);
        return search.in(getEntityManager(), Ticket.class).getResultList();
    }

    @Override
    @Transactional
    public long count(TicketQuery query) {
        return (Long)
                TicketSearch.count(query).in(getEntityManager(), Long.class).getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<String> ids(String sql, String key) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("key", key)
                .getResultList();
    }
}
