package com.interspace.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/**
 * Customers open tickets in the panel at a steady rate over a fixed number of connections: each the next one when it is
 * its turn, or at once when the one before took longer. A turn has whole milliseconds, rounded down. The last connection
 * begins, and ends, a second after the first, for the turns not to come together.
 */
public class PacedIntake extends Simulation {

    public PacedIntake() {
        Duration turn = Duration.ofMillis((long) (1000 * Door.CONNECTIONS / Door.RATE));
        setUp(scenario("panel")
                        .during(Door.WHOLE_TIME)
                        .on(pace(turn).exec(Intake.OPEN))
                        .injectOpen(rampUsers(Door.CONNECTIONS).during(Duration.ofSeconds(1))))
                .protocols(Door.as("customer"));
    }
}
