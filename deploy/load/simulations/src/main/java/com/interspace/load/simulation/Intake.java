package com.interspace.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Customers open tickets in the panel, each connection the next one as soon as it has its Ticket ID. */
public class Intake extends Simulation {

    static final HttpRequestActionBuilder OPEN = http(session -> Door.counted("open a ticket"))
            .post("/v1/tickets")
            .header("Idempotency-Key", session -> Door.aReference())
            .body(StringBody(session -> Door.report()))
            .check(status().is(201));

    public Intake() {
        ScenarioBuilder customers = scenario("panel").during(Door.WHOLE_TIME).on(exec(OPEN));
        setUp(customers.injectOpen(atOnceUsers(Door.CONNECTIONS))).protocols(Door.as("customer"));
    }
}
