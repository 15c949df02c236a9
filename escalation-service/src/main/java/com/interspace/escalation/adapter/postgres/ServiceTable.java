package com.interspace.escalation.adapter.postgres;

import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Services;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class ServiceTable implements Services, PanacheRepositoryBase<KnownService, String> {

    @Override
    public void add(KnownService service) {
        persist(service);
    }

    @Override
    public Optional<KnownService> find(String serviceId) {
        return findByIdOptional(serviceId);
    }

    @Override
    public Optional<KnownService> find(String serviceId, Optional<Set<String>> accounts) {
        return query(serviceId, accounts).firstResultOptional();
    }

    @Override
    public Optional<KnownService> locked(String serviceId, Optional<Set<String>> accounts) {
        return query(serviceId, accounts)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    @Override
    public void keepTicketsOut(String serviceId) {
        lock("pg_advisory_xact_lock", serviceId);
    }

    @Override
    public void keepNewsOut(String serviceId) {
        lock("pg_advisory_xact_lock_shared", serviceId);
    }

    private void lock(String function, String serviceId) {
        getEntityManager()
                .createNativeQuery("select 1 from " + function + "(hashtext('known_service'), hashtext(:serviceId))")
                .setParameter("serviceId", serviceId)
                .getSingleResult();
    }

    private PanacheQuery<KnownService> query(String serviceId, Optional<Set<String>> accounts) {
        return accounts.map(scope -> find("serviceId = ?1 and account in ?2", serviceId, scope))
                .orElseGet(() -> find("serviceId = ?1", serviceId));
    }
}
