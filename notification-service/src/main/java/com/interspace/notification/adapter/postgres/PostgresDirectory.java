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

    /** Always the service first: two transactions that need both locks never wait for each other. */
    private static final String HOLD_STILL =
            """
            select cast(pg_advisory_xact_lock(hashtext('service'), hashtext(cast(:service as text))) as text),
                cast(pg_advisory_xact_lock(hashtext('ticket'), hashtext(cast(:ticket as text))) as text)""";

    private static final String HOLD_STILL_ORIGIN =
            "select cast(pg_advisory_xact_lock(hashtext('origin'), hashtext(:origin)) as text)";

    private final EntityManager entities;

    @Inject
    PostgresDirectory(EntityManager entities) {
        this.entities = entities;
    }

    /** Columns are evaluated in their order, and nothing is locked for null. */
    @Override
    public void holdStill(String serviceId, String ticketId) {
        entities.createNativeQuery(HOLD_STILL)
                .setParameter("service", serviceId)
                .setParameter("ticket", ticketId)
                .getSingleResult();
    }

    @Override
    public void holdStillOrigin(String origin) {
        entities.createNativeQuery(HOLD_STILL_ORIGIN)
                .setParameter("origin", origin)
                .getSingleResult();
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
