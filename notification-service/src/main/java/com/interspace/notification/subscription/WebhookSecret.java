package com.interspace.notification.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the webhooks of one client are signed with, as Standard Webhooks says: {@code whsec_} and Base64 of 32 bytes. */
@Entity
@Table(name = "webhook_secret")
public class WebhookSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    @Id
    private UUID id;

    private String client;
    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected WebhookSecret() {}

    private WebhookSecret(String client, String secret, Instant now) {
        this.id = UUID.randomUUID();
        this.client = client;
        this.secret = secret;
        this.createdAt = now;
    }

    /** A secret that nobody can guess. */
    public static WebhookSecret any(String client, Instant now) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(client, PREFIX + Base64.getEncoder().encodeToString(bytes), now);
    }

    /** From then on nothing is signed with it; an earlier end stays. */
    public void expire(Instant at) {
        if (expiresAt == null || at.isBefore(expiresAt)) {
            expiresAt = at;
        }
    }

    public boolean isGood(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** One entry of the header {@code webhook-signature}. */
    public String signature(String deliveryId, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((deliveryId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** The secret itself; shown to its client once. */
    public String secret() {
        return secret;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
