package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class PostgresServices implements Services, PanacheRepositoryBase<Service, String> {

    @Override
    public void add(Service service) {
        persist(service);
    }

    @Override
    public Optional<Service> find(String id, Optional<Set<String>> scope) {
        return scope.isEmpty()
                ? findByIdOptional(id)
                : find(InScope.BY_ID, id, InScope.of(scope.get())).firstResultOptional();
    }

    @Override
    public Optional<Service> take(String id) {
        Optional<Service> locked = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        // It may have been read before it was locked, and changed in between.
        locked.ifPresent(getEntityManager()::refresh);
        return locked;
    }

    @Override
    public List<Service> ofContact(String email) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from service where lower(contacts)\\:\\:jsonb @> cast(:contact as jsonb)"
                                + " and status <> 'TERMINATED' order by id",
                        Service.class)
                .setParameter("contact", ContactsConverter.havingEmail(email))
                .getResultList();
    }

    @Override
    public List<Service> ofAccount(String account) {
        return list("account = ?1 order by id", account);
    }

    @Override
    public List<Service> list(Optional<Set<String>> scope, String afterId, int limit) {
        return (scope.isEmpty()
                        ? find("id > ?1 order by id", afterId)
                        : find("id > ?1 and account in ?2 order by id", afterId, scope.get()))
                .range(0, limit)
                .list();
    }
}
