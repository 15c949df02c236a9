package com.interspace.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;

/** Customers open tickets in the panel at a steady rate, whether the one before has its answer or not. */
public class SteadyIntake extends Simulation {

    public SteadyIntake() {
        setUp(scenario("panel")
                        .exec(Intake.OPEN)
                        .injectOpen(constantUsersPerSec(Door.RATE).during(Door.WHOLE_TIME)))
                .protocols(Door.as("customer").shareConnections());
    }
}
