package com.interspace.notification.adapter.postgres;

import com.interspace.notification.subscription.Subscription;
import com.interspace.notification.subscription.Subscriptions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresSubscriptions implements Subscriptions, PanacheRepositoryBase<Subscription, UUID> {

    @Override
    public void add(Subscription subscription) {
        persist(subscription);
    }

    @Override
    public void remove(Subscription subscription) {
        delete(subscription);
    }

    @Override
    @Transactional
    public Optional<Subscription> find(UUID id) {
        return findByIdOptional(id);
    }

    @Override
    public Optional<Subscription> find(UUID id, Subscription.Kind kind, Optional<String> client) {
        return findByIdOptional(id).filter(found -> isOf(found, kind, client));
    }

    @Override
    public Optional<Subscription> take(UUID id, Subscription.Kind kind, Optional<String> client) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(found -> isOf(found, kind, client));
    }

    private static boolean isOf(Subscription found, Subscription.Kind kind, Optional<String> client) {
        return (kind == null || found.kind() == kind)
                && (client.isEmpty() || client.get().equals(found.client()));
    }

    @Override
    public List<Subscription> find(Subscription.Kind kind, Optional<String> client) {
        List<Subscription> found = client.isPresent()
                ? list("client = ?1 order by createdAt, id", client.get())
                : list("order by createdAt, id");
        return found.stream()
                .filter(subscription -> kind == null || subscription.kind() == kind)
                .toList();
    }

    @Override
    public List<Subscription> ofAccount(String account) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from subscription where accounts @> array[cast(:account as text)] order by created_at, id",
                        Subscription.class)
                .setParameter("account", account)
                .getResultList();
    }

    @Override
    public void holdStill(String client) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('client'), hashtext(:id)) as text)")
                .setParameter("id", client)
                .getSingleResult();
    }
}
