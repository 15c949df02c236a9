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

/** Agents at their desks: look at the list, take a ticket that has just come in, read it, answer, work, resolve. */
public class DeskWork extends Simulation {

    private static final ChainBuilder A_TICKET = exec(
            http("open on behalf")
                    .post("/v1/tickets")
                    .header("Authorization", Door.bearer("customer"))
                    .body(StringBody(session -> Door.report()))
                    .check(status().is(201), jsonPath("$.id").saveAs("id")),
            http("list").get("/v1/tickets?status=acknowledged&limit=50").check(status().is(200)),
            http("read").get("/v1/tickets/#{id}").check(status().is(200)),
            http("note")
                    .post("/v1/tickets/#{id}/notes")
                    .body(StringBody("{\"text\": \"We see it and are looking.\", \"visibility\": \"public\"}"))
                    .check(status().is(201)),
            transition("inProgress", "{\"to\": \"inProgress\"}"),
            http("clock").get("/v1/tickets/#{id}/clock").check(status().is(200)),
            transition("resolved", "{\"to\": \"resolved\", \"resolution\": \"Fibre spliced.\"}"));

    public DeskWork() {
        setUp(scenario("desk").during(Door.TIME).on(A_TICKET).injectOpen(atOnceUsers(Door.CONNECTIONS)))
                .protocols(Door.as("agent"));
    }

    private static ChainBuilder transition(String to, String body) {
        return exec(http("transition to " + to)
                .post("/v1/tickets/#{id}/transitions")
                .body(StringBody(body))
                .check(status().is(200)));
    }
}
