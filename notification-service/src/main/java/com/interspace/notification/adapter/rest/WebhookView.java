package com.interspace.notification.adapter.rest;

import com.interspace.notification.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription as its partner, the manager and operations see it; the secret is not part of it. */
@Schema(name = "Webhook")
public record WebhookView(
        UUID id,
        @Schema(examples = "webhook", description = "webhook, or tmf-hub when it was made at the TMF621 hub")
                String kind,
        @Schema(examples = "partner-acme") String client,
        @Schema(examples = "https://partner.example/hooks/interspace") String url,
        @Schema(examples = "[\"ticket.opened\", \"ticket.status-changed\"]") List<String> eventTypes,
        @Schema(examples = "active", description = "active, or suspended when nothing has arrived there for 48 hours")
                String state,
        @Schema(description = "why it is suspended, or null") String why,
        Instant createdAt,
        Instant suspendedAt) {

    static WebhookView of(Subscription subscription) {
        return new WebhookView(
                subscription.id(),
                subscription.kind() == Subscription.Kind.TMF_HUB ? "tmf-hub" : "webhook",
                subscription.client(),
                subscription.url(),
                subscription.eventTypes(),
                subscription.state().toString(),
                subscription.why(),
                subscription.createdAt(),
                subscription.suspendedAt());
    }
}
