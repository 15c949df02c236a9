package com.interspace.notification.adapter.postgres;

import com.interspace.notification.preference.UndeliverableAddress;
import com.interspace.notification.preference.UndeliverableAddresses;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class PostgresUndeliverableAddresses
        implements UndeliverableAddresses, PanacheRepositoryBase<UndeliverableAddress, String> {

    @Override
    public Optional<UndeliverableAddress> find(String address) {
        return findByIdOptional(UndeliverableAddress.key(address));
    }

    @Override
    public void add(UndeliverableAddress address) {
        persist(address);
    }

    @Override
    public void remove(String address) {
        deleteById(UndeliverableAddress.key(address));
    }
}
