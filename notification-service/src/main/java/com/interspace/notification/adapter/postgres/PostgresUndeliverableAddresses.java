package com.interspace.notification.adapter.postgres;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.preference.UndeliverableAddress;
import com.interspace.notification.preference.UndeliverableAddresses;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

@ApplicationScoped
class PostgresUndeliverableAddresses
        implements UndeliverableAddresses, Forgetful, PanacheRepositoryBase<UndeliverableAddress, String> {

    private final NotificationConfig config;

    @Inject
    PostgresUndeliverableAddresses(NotificationConfig config) {
        this.config = config;
    }

    @Override
    public Retention retention() {
        return Retention.of("undeliverable_address", "since", config.keepUndeliverable());
    }

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
