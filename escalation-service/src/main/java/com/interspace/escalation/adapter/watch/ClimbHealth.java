package com.interspace.escalation.adapter.watch;

import com.interspace.escalation.watch.Stall;
import com.interspace.escalation.watch.Watchdog;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Unwell, but still serving, while tickets do not climb in time. */
@Wellness
@ApplicationScoped
class ClimbHealth implements HealthCheck {

    private final Watchdog watchdog;
    private final InstantSource time;

    @Inject
    ClimbHealth(Watchdog watchdog, InstantSource time) {
        this.watchdog = watchdog;
        this.time = time;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("climbing");
        Optional<Stall> stall = watchdog.stallAt(time.instant());
        stall.ifPresent(seen -> answer.withData("why", seen.kind().toString())
                .withData("since", seen.since().toString()));
        return answer.status(stall.isEmpty()).build();
    }
}
