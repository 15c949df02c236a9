package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.Services;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class ServiceTable implements Services, PanacheRepositoryBase<Service, String> {

    private static final String OWNED =
            "select s.serviceId, s.account from Service s where :all = true or s.account in :accounts order by s.serviceId";

    @Override
    public Optional<Service> of(String serviceId) {
        return findByIdOptional(serviceId);
    }

    @Override
    public Optional<Service> locked(String serviceId) {
        return findByIdOptional(serviceId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<Owned> owned(Optional<Set<String>> accounts) {
        return getEntityManager()
                .createQuery(OWNED, Owned.class)
                .setParameter("all", accounts.isEmpty())
                .setParameter("accounts", accounts.orElse(Set.of()))
                .getResultList();
    }

    @Override
    public void add(Service service) {
        persist(service);
    }
}
