package com.interspace.notification.adapter.postgres;

import com.interspace.notification.audience.Directory;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresDirectory implements Directory {

    private final EntityManager entities;

    @Inject
    PostgresDirectory(EntityManager entities) {
        this.entities = entities;
    }

    /** Always the service first: two transactions that need both locks never wait for each other. */
    @Override
    public void holdStill(String serviceId, String ticketId) {
        lock("service", serviceId);
        lock("ticket", ticketId);
    }

    @Override
    public void holdStillOrigin(String origin) {
        lock("origin", origin);
    }

    private void lock(String noun, String id) {
        if (id != null) {
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(:noun), hashtext(:id)) as text)")
                    .setParameter("noun", noun)
                    .setParameter("id", id)
                    .getSingleResult();
        }
    }

    @Override
    public Optional<Service> service(String serviceId) {
        return Optional.ofNullable(entities.find(Service.class, serviceId));
    }

    @Override
    public Optional<Ticket> ticket(String ticketId) {
        return Optional.ofNullable(entities.find(Ticket.class, ticketId));
    }

    @Override
    public void keep(Service service) {
        Service known = entities.find(Service.class, service.serviceId());
        if (known == null) {
            entities.persist(service);
        } else if (known.isOlderThan(service)) {
            known.become(service);
        }
    }

    @Override
    public void keep(Ticket ticket) {
        Ticket known = entities.find(Ticket.class, ticket.ticketId());
        if (known == null) {
            entities.persist(ticket);
        } else if (known.isOlderThan(ticket)) {
            known.become(ticket);
        }
    }

    @Override
    public List<Service> servicesOfContact(String contactId) {
        return entities.createQuery(
                        "select s from Service s join s.contacts c where c.contactId = :id order by s.serviceId",
                        Service.class)
                .setParameter("id", contactId)
                .getResultList();
    }
}
