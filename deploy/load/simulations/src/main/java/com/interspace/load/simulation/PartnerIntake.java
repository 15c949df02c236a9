package com.interspace.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;

/** A partner's system opens trouble tickets over TMF621 and reads each once. */
public class PartnerIntake extends Simulation {

    private static final String TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket";

    private static final ChainBuilder A_TICKET = exec(
            http("create a trouble ticket")
                    .post(TICKETS)
                    .body(StringBody(session -> Door.troubleTicket()))
                    .check(status().is(201), jsonPath("$.id").saveAs("id")),
            http("read a trouble ticket").get(TICKETS + "/#{id}").check(status().is(200)));

    public PartnerIntake() {
        setUp(scenario("partner").during(Door.TIME).on(A_TICKET).injectOpen(atOnceUsers(Door.CONNECTIONS)))
                .protocols(Door.as("partner"));
    }
}
