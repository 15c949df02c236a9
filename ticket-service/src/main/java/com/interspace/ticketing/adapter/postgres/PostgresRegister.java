package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.ticket.Register;
import com.interspace.ticketing.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Asks for everything with one question, because every ticket waits for the answer. */
@ApplicationScoped
class PostgresRegister implements Register {

    /** Both kinds of likely duplicates have a partial index of their own: the cost does not grow with what is closed. */
    private static final String NEXT =
            """
            select nextval('ticket_number'),
                (select max(version) from rule_version where kind = :matrix and name = ''),
                (select max(version) from rule_version where kind = :policy and name = ''),
                array(
                    select id from (
                        (select id, created_at from ticket
                         where account = :account and service_id = :serviceId
                           and status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD')
                         order by created_at desc limit 10)
                        union all
                        (select id, created_at from ticket
                         where account = :account and circuit_id = :circuitId
                           and (service_id = :serviceId) is not true
                           and status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD')
                         order by created_at desc limit 10)
                    ) as same order by created_at desc, id desc limit 10)""";

    private final EntityManager database;
    private final Matrices matrices;
    private final Policies policies;

    @Inject
    PostgresRegister(EntityManager database, Matrices matrices, Policies policies) {
        this.database = database;
        this.matrices = matrices;
        this.policies = policies;
    }

    @Override
    public Entry next(String account, String serviceId, String circuitId) {
        Object[] next = (Object[]) database.createNativeQuery(NEXT)
                .setParameter("matrix", PostgresMatrices.KIND)
                .setParameter("policy", PostgresPolicies.KIND)
                .setParameter("account", account)
                .setParameter("serviceId", serviceId)
                .setParameter("circuitId", circuitId)
                .getSingleResult();
        return new Entry(
                TicketId.of((Long) next[0]),
                matrices.find((Integer) next[1]).orElseThrow(),
                policies.find((Integer) next[2]).orElseThrow(),
                List.of((String[]) next[3]));
    }
}
