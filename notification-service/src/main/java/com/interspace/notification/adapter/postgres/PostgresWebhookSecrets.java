package com.interspace.notification.adapter.postgres;

import com.interspace.notification.subscription.WebhookSecret;
import com.interspace.notification.subscription.WebhookSecrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PostgresWebhookSecrets implements WebhookSecrets, PanacheRepositoryBase<WebhookSecret, UUID> {

    @Override
    @Transactional
    public List<WebhookSecret> of(String client) {
        return list("client = ?1 order by createdAt desc", client);
    }

    @Override
    public void add(WebhookSecret secret) {
        persist(secret);
    }

    @Override
    public void remove(WebhookSecret secret) {
        delete(secret);
    }
}
