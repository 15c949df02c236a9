package com.interspace.notification.adapter.rest;

import com.interspace.chassis.refusal.Violations;
import com.interspace.notification.subscription.EventNames;
import com.interspace.notification.subscription.Subscription;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner wants to hear of, and where. */
public record WebhookWish(
        @Schema(
                        required = true,
                        examples = "https://partner.example/hooks/interspace",
                        description = "https or http, to public addresses only")
                String url,
        @Schema(
                        required = true,
                        examples = "[\"ticket.opened\", \"ticket.status-changed\"]",
                        description =
                                "ticket.*, escalation.level-reached, rfo.requested, rfo.published; each by its full name")
                List<String> eventTypes) {

    void check() {
        Violations violations = new Violations();
        violations.required("url", url);
        if (eventTypes == null || eventTypes.isEmpty()) {
            violations.add("eventTypes", "must name at least one event");
        } else {
            checkNames(violations);
        }
        violations.throwIfAny();
    }

    private void checkNames(Violations violations) {
        Set<String> known = EventNames.of(Subscription.Kind.WEBHOOK);
        for (int i = 0; i < eventTypes.size(); i++) {
            if (eventTypes.get(i) == null || !known.contains(eventTypes.get(i))) {
                violations.add("eventTypes[" + i + "]", "must be one of " + String.join(", ", known));
            }
        }
    }
}
