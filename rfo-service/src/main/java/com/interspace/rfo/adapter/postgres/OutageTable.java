package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Outages;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class OutageTable implements Outages, PanacheRepositoryBase<Outage, String> {

    @Override
    public Optional<Outage> of(String ticketId) {
        return findByIdOptional(ticketId);
    }

    @Override
    public Optional<Outage> locked(String ticketId) {
        return findByIdOptional(ticketId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(Outage outage) {
        persist(outage);
    }
}
