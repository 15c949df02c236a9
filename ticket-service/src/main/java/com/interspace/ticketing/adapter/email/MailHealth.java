package com.interspace.ticketing.adapter.email;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Unwell, but still serving, while a mailbox cannot be read: other doors stay open, and its mail waits there. */
@Wellness
@ApplicationScoped
class MailHealth implements HealthCheck {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Mailboxes mailboxes;

    @Inject
    MailHealth(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> silent = mailboxes.silentFor(LIMIT);
        return HealthCheckResponse.named("mailboxes")
                .status(silent.isEmpty())
                .withData("silent", String.join(", ", silent))
                .build();
    }
}
