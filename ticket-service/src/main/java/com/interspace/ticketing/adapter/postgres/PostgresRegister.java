package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.ticket.Register;
import com.interspace.ticketing.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Asks for everything with one question, because every ticket waits for the answer. */
@ApplicationScoped
class PostgresRegister implements Register {

    private static final String NEXT =
            """
            select nextval('ticket_number'),
                (select max(version) from rule_version where kind = :matrix and name = ''),
                (select max(version) from rule_version where kind = :policy and name = '')""";

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
    public Entry next() {
        Object[] next = (Object[]) database.createNativeQuery(NEXT)
                .setParameter("matrix", PostgresMatrices.KIND)
                .setParameter("policy", PostgresPolicies.KIND)
                .getSingleResult();
        return new Entry(
                TicketId.of((Long) next[0]),
                matrices.find((Integer) next[1]).orElseThrow(),
                policies.find((Integer) next[2]).orElseThrow());
    }
}
