package com.interspace.rfo.usecase;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.rfo.outage.Contact;
import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps up with the services that ticket-service keeps. */
@ApplicationScoped
public class FollowService {

    private final Services services;

    @Inject
    public FollowService(Services services) {
        this.services = services;
    }

    /** @param sequence the service's version; an older one than is known changes nothing */
    @Transactional
    public void follow(
            String serviceId,
            String account,
            String product,
            Set<String> circuits,
            BusinessCalendar calendar,
            Set<Contact> contacts,
            long sequence,
            Instant asOf) {
        Optional<Service> known = services.locked(serviceId);
        Service service = known.orElseGet(() -> new Service(serviceId));
        service.follow(account, product, circuits, calendar, contacts, sequence, asOf);
        if (known.isEmpty()) {
            services.add(service);
        }
    }
}
