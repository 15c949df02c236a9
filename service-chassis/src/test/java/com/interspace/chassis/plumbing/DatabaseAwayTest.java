package com.interspace.chassis.plumbing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends every connection of the service and takes no new one, as while it fails over. */
@QuarkusTest
class DatabaseAwayTest extends PlumbingTest {

    private static final long SOON_MILLIS = 7_000;

    @BeforeEach
    void thereIsAThing() {
        move("lifted", 1);
    }

    @AfterEach
    void theDatabaseIsThereAgain() throws SQLException {
        asAdministrator("alter role chassis connection limit -1");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> asked().get("/v1/things/" + thing).then().statusCode(200));
    }

    @Test
    void while_the_database_is_away_a_request_is_told_soon_when_to_ask_again() throws SQLException {
        asAdministrator(
                "alter role chassis connection limit 0",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'chassis'");

        unavailable(asked().get("/v1/things/" + thing).then())
                .contentType("application/problem+json")
                .body("type", equalTo("urn:interspace:problem:unavailable"), "status", equalTo(503));
        unavailable(asked().put("/v1/things/" + thing + "/dropped").then()).body("title", equalTo("Unavailable"));
        unavailable(asked().get("/tmf-api/things/" + thing).then())
                .contentType("application/json")
                .body("code", equalTo("unavailable"), "status", equalTo("503"), "'@type'", equalTo("Error"));
    }

    @Test
    void while_the_database_ends_at_the_commit_a_request_is_told_the_same() {
        things.run("create function die() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'");
        things.run("create constraint trigger die after update on thing deferrable initially deferred"
                + " for each row execute function die()");
        try {
            unavailable(asked().put("/v1/things/" + thing + "/dropped").then());
        } finally {
            things.run("drop function die cascade");
        }
    }

    @Test
    void a_mistake_of_ours_is_no_outage() {
        things.run("alter table thing rename to lost_thing");
        try {
            asked().get("/v1/things/" + thing).then().statusCode(500).contentType("application/problem+json");
        } finally {
            things.run("alter table lost_thing rename to thing");
        }
    }

    private static void asAdministrator(String... statements) throws SQLException {
        try (Connection admin = DriverManager.getConnection(LocalParts.jdbcUrl(), "postgres", "");
                Statement statement = admin.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static ValidatableResponse unavailable(ValidatableResponse answer) {
        return answer.statusCode(503).header("Retry-After", "1").time(lessThan(SOON_MILLIS), TimeUnit.MILLISECONDS);
    }

    private static RequestSpecification asked() {
        return given().auth().oauth2(LocalParts.tokenOf("agent"));
    }
}
