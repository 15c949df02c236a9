package com.interspace.escalation.adapter.postgres;

import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Climbs;
import com.interspace.escalation.climb.Outcome;
import com.interspace.escalation.climb.Step;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class ClimbTable implements Climbs, PanacheRepositoryBase<Climb, String> {

    private static final String FREE =
            "select * from climb where ticket_id = any(cast(:ticketIds as text[])) for update skip locked";

    @Override
    public void keep(Climb climb) {
        persist(climb);
    }

    @Override
    public Optional<Climb> find(String ticketId, Optional<Set<String>> accounts) {
        return query(ticketId, accounts).firstResultOptional();
    }

    @Override
    public Optional<Climb> locked(String ticketId, Optional<Set<String>> accounts) {
        return query(ticketId, accounts)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Climb> lockedIfFree(Collection<String> ticketIds) {
        return getEntityManager()
                .createNativeQuery(FREE, Climb.class)
                .setParameter("ticketIds", ticketIds.toArray(String[]::new))
                .getResultList();
    }

    @Override
    public List<String> waitingFor(String serviceId) {
        return getEntityManager()
                .createQuery(
                        "select ticketId from Climb where serviceId = :serviceId and matrix is null order by ticketId",
                        String.class)
                .setParameter("serviceId", serviceId)
                .getResultList();
    }

    @Override
    public void add(Step step) {
        getEntityManager().persist(step);
    }

    @Override
    public Optional<Step> newestReached(String ticketId, int level) {
        return getEntityManager()
                .createQuery(
                        "from Step where ticketId = :ticketId and level = :level and outcome = :reached"
                                + " order by version desc limit 1",
                        Step.class)
                .setParameter("ticketId", ticketId)
                .setParameter("level", level)
                .setParameter("reached", Outcome.REACHED)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Step> history(String ticketId) {
        return getEntityManager()
                .createQuery("from Step where ticketId = :ticketId order by version", Step.class)
                .setParameter("ticketId", ticketId)
                .getResultList();
    }

    private PanacheQuery<Climb> query(String ticketId, Optional<Set<String>> accounts) {
        return accounts.map(scope -> find("ticketId = ?1 and account in ?2", ticketId, scope))
                .orElseGet(() -> find("ticketId = ?1", ticketId));
    }
}
