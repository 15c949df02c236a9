package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.Services;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class ServiceTable implements Services, PanacheRepositoryBase<Service, String> {

    @Override
    public Optional<Service> of(String serviceId) {
        return findByIdOptional(serviceId);
    }

    @Override
    public Optional<Service> locked(String serviceId) {
        return findByIdOptional(serviceId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(Service service) {
        persist(service);
    }
}
