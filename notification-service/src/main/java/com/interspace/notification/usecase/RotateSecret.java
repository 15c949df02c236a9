package com.interspace.notification.usecase;

import com.interspace.notification.delivery.DeliveryTerms;
import com.interspace.notification.subscription.Subscriptions;
import com.interspace.notification.subscription.WebhookSecret;
import com.interspace.notification.subscription.WebhookSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A client gets a new secret. The old one goes on signing for a while, so that he can change over in peace. */
@ApplicationScoped
public class RotateSecret {

    /** Old secrets that may sign besides the new one, however often somebody asks. */
    private static final int MOST_OLD = 4;

    /**
     * A new secret.
     *
     * @param oldUntil how long the old ones go on signing
     */
    public record Rotated(String secret, Instant oldUntil) {}

    private final Subscriptions subscriptions;
    private final WebhookSecrets secrets;
    private final DeliveryTerms terms;
    private final InstantSource time;

    @Inject
    RotateSecret(Subscriptions subscriptions, WebhookSecrets secrets, DeliveryTerms terms, InstantSource time) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.terms = terms;
        this.time = time;
    }

    @Transactional
    public Rotated of(String client) {
        subscriptions.holdStill(client);
        Instant now = time.instant();
        Instant end = now.plus(terms.secretOverlap());
        List<WebhookSecret> old = secrets.of(client);
        for (int i = 0; i < old.size(); i++) {
            old.get(i).expire(end);
            if (i >= MOST_OLD || !old.get(i).isGood(now)) {
                secrets.remove(old.get(i));
            }
        }
        WebhookSecret fresh = WebhookSecret.any(client, now);
        secrets.add(fresh);
        return new Rotated(fresh.secret(), end);
    }
}
