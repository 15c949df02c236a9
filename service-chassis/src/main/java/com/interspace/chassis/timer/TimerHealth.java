package com.interspace.chassis.timer;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Unwell, but still serving, while this process's clock is too far off to fire timers. */
@Wellness
@ApplicationScoped
class TimerHealth implements HealthCheck {

    private final TimerEngine engine;

    @Inject
    TimerHealth(TimerEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("timers").status(!engine.isRefusing()).build();
    }
}
