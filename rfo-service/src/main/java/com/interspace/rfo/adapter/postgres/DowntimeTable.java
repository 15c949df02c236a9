package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Downtime;
import com.interspace.rfo.outage.Downtimes;
import com.interspace.rfo.outage.ImpactStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

@ApplicationScoped
class DowntimeTable implements Downtimes {

    private static final String KEEP =
            """
            insert into impact_step (event_id, ticket_id, sequence, at, status, impact)
            values (:eventId, :ticketId, :sequence, :at, :status, :impact)
            on conflict (event_id) do nothing""";

    private static final String STEPS =
            """
            select event_id, ticket_id, sequence, at, status, impact from impact_step
            where ticket_id = :ticketId order by sequence, event_id""";

    private static final String FORGET = "delete from downtime where ticket_id = :ticketId";

    private static final String ADD =
            """
            insert into downtime (ticket_id, started, ended, service_id, account)
            values (:ticketId, :started, :ended, :serviceId, :account)""";

    static final String WITHIN =
            """
            select ticket_id, service_id, account, started, ended from downtime
            where tstzrange(started, ended) && tstzrange(:from, :to)
              and (:all or account = any(cast(:accounts as text[])))
            order by service_id, started""";

    private final EntityManager entities;

    @Inject
    DowntimeTable(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void keep(ImpactStep step) {
        change(KEEP)
                .setParameter("eventId", step.eventId())
                .setParameter("ticketId", step.ticketId())
                .setParameter("sequence", step.sequence())
                .setParameter("at", step.at())
                .setParameter("status", step.status())
                .setParameter("impact", step.impact(), String.class)
                .executeUpdate();
    }

    @Override
    public List<ImpactStep> stepsOf(String ticketId) {
        return entities.createNativeQuery(STEPS, ImpactStep.class)
                .setParameter("ticketId", ticketId)
                .getResultList();
    }

    @Override
    public void replace(String ticketId, List<Downtime> downtimes) {
        change(FORGET).setParameter("ticketId", ticketId).executeUpdate();
        add(downtimes);
    }

    @Override
    public void add(List<Downtime> downtimes) {
        for (Downtime downtime : downtimes) {
            change(ADD)
                    .setParameter("ticketId", downtime.ticketId())
                    .setParameter("started", downtime.from())
                    .setParameter("ended", downtime.to(), Instant.class)
                    .setParameter("serviceId", downtime.serviceId())
                    .setParameter("account", downtime.account(), String.class)
                    .executeUpdate();
        }
    }

    @Override
    public List<Downtime> within(Instant from, Instant to, Optional<Set<String>> accounts) {
        return entities.createNativeQuery(WITHIN, Downtime.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("all", accounts.isEmpty())
                .setParameter("accounts", accounts.orElse(Set.of()).toArray(String[]::new))
                .getResultList();
    }

    /** Hibernate's own: it can be told of which type a null is. */
    private MutationQuery change(String sql) {
        return entities.unwrap(Session.class).createNativeMutationQuery(sql);
    }
}
