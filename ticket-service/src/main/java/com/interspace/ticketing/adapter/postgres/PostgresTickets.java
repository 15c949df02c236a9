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
            and("impact = :impact", "impact", query.impact());
            and("serviceId = :serviceId", "serviceId", query.serviceId());
            and("channel = :channel", "channel", query.channel());
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
