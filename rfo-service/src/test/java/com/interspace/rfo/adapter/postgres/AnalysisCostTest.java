package com.interspace.rfo.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.fixture.LocalParts;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What an event costs does not depend on how long the history is: each question that the analysis asks is answered by an
 * index, and reads as many pages with a long history as with a short one.
 */
@QuarkusTest
class AnalysisCostTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORT = 1_000;
    private static final int LONG = Boolean.getBoolean("tests.full") ? 1_000_000 : 100_000;

    /** The questions of one ticket or reading, with the values of one service filled in. */
    private static final Map<String, String> QUESTIONS = questions();

    /** What a person asks at a new ticket. */
    private static final String KNOWN_ERRORS =
            filled(ProblemTable.KNOWN_ERRORS, "service", "'S-7'", "circuit", "'C-7'", "ticket", "'H7'");

    @Test
    void a_ticket_costs_the_same_after_a_hundred_times_the_history() throws Exception {
        try (Connection connection = DriverManager.getConnection(LocalParts.jdbcUrl(), "rfo", "rfo");
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("truncate finding_evidence, finding, incident, fault_day, maintenance_window");
            tell(sql, 1, SHORT);
            Map<String, Long> before = pages(sql, false);
            tell(sql, SHORT + 1, LONG);
            Map<String, Long> after = pages(sql, true);
            int wholeTables = scans(plan(sql, KNOWN_ERRORS));
            connection.rollback();

            System.out.printf("Pages read for one event with %,d tickets: %s%n", SHORT, before);
            System.out.printf("Pages read for one event with %,d tickets: %s%n", LONG, after);
            // a look into a tree reads a page more for each level that it has grown
            assertThat(after)
                    .allSatisfy((question, pages) ->
                            assertThat(pages).as(question).isLessThanOrEqualTo(2 * before.get(question)));
            assertThat(wholeTables).as("read for known errors").isZero();
        }
    }

    /** Ten years of tickets on 300 services, and on each of them one a day of the last year: an old and busy network. */
    private static void tell(Statement sql, int from, int to) throws SQLException {
        sql.execute(
                """
                insert into incident (ticket_id, service_id, circuit_id, site, node, upstream, created_at, placed,
                                      counted, explained_by, sequence)
                select 'H' || i, 'S-' || i %% 300, 'C-' || i %% 300, 'site-' || i %% 12, 'node-' || i %% 48,
                       'up-' || i %% 6, timestamptz '2036-01-01' - i * interval '5 minutes', true, true, null, 1
                from generate_series(%1$d, %2$d) i"""
                        .formatted(from, to));
        sql.execute(
                """
                insert into fault_day (subject_kind, subject, day, total)
                select 'service', 'S-' || i %% 300, date '2036-01-01' - i / 300, 100000 - i
                from generate_series(%1$d, %2$d) i on conflict do nothing"""
                        .formatted(from, to));
        sql.execute(
                """
                insert into maintenance_window (window_id, subject_kind, subject, from_at, to_at, cancelled, sequence)
                select 'W' || i, 'node', 'node-' || i %% 48, timestamptz '2035-12-01' - i * interval '1 hour',
                       timestamptz '2035-12-01' - i * interval '1 hour' + interval '1 hour', false, 1
                from generate_series(%1$d, %2$d) i"""
                        .formatted(from, to));
        sql.execute(
                """
                insert into finding (id, version, kind, subject_kind, subject, about, state, sentence, measure,
                                     first_at, last_at, raised_at)
                select gen_random_uuid(), 1, 'common-cause', 'node', 'node-' || i %% 48, '', 'dismissed', 's', '{}',
                       at, at, at
                from (select i, timestamptz '2035-12-01' - i * interval '1 hour' as at
                      from generate_series(%1$d, %2$d) i) aged"""
                        .formatted(from, to));
        sql.execute(
                """
                with opened as (
                    insert into problem (id, number, version, title, category, priority, status, status_since,
                                         known_error, originator_name, originator_role, opened_at, changed_at)
                    select gen_random_uuid(), 'H-' || i, 1, 't', 'c', 'minor', 'closed', at, true, 'n', 'centre', at, at
                    from (select i, timestamptz '2035-12-01' - i * interval '1 hour' as at
                          from generate_series(%1$d, %2$d, 10) i) aged
                    returning id, number)
                insert into problem_service (problem_id, service_id) select id, 'P' || number from opened"""
                        .formatted(from, to));
        sql.execute("insert into problem_circuit (problem_id, circuit_id)"
                + " select problem_id, 'C' || service_id from problem_service on conflict do nothing");
        sql.execute(
                "analyze incident, fault_day, maintenance_window, finding, problem, problem_service, problem_circuit");
    }

    private static Map<String, Long> pages(Statement sql, boolean byIndexOnly) throws Exception {
        Map<String, Long> pages = new LinkedHashMap<>();
        for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
            sql.executeQuery(question.getValue()).close();
            JsonNode plan = plan(sql, question.getValue());
            assertThat(byIndexOnly ? scans(plan) : 0)
                    .as("%s reads a whole table: %s", question.getKey(), plan)
                    .isZero();
            pages.put(
                    question.getKey(),
                    plan.get("Shared Hit Blocks").asLong()
                            + plan.get("Shared Read Blocks").asLong());
        }
        return pages;
    }

    private static JsonNode plan(Statement sql, String question) throws Exception {
        try (ResultSet plan = sql.executeQuery("explain (analyze, buffers, timing off, format json) " + question)) {
            plan.next();
            return JSON.readTree(plan.getString(1)).get(0).get("Plan");
        }
    }

    /** How many whole tables the plan reads. */
    private static int scans(JsonNode plan) {
        int scans = plan.get("Node Type").asText().equals("Seq Scan") ? 1 : 0;
        for (JsonNode part : plan.path("Plans")) {
            scans += scans(part);
        }
        return scans;
    }

    private static Map<String, String> questions() {
        String shared = "array['node','site','upstream']";
        String parts = "array['node-7','site-7','up-1']";
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(
                "tickets of a service by days, and the begin of the records",
                filled(
                        IncidentTable.FAULTS,
                        "kind",
                        "'service'",
                        "subject",
                        "'S-7'",
                        "beforeWindow",
                        "date '2035-12-02'",
                        "beforeHistory",
                        "date '2033-12-02'",
                        "today",
                        "date '2036-01-01'"));
        questions.put(
                "tickets of a service in the window",
                filled(
                        IncidentTable.COUNTED.formatted("service_id") + " limit 200",
                        "subject",
                        "'S-7'",
                        "from",
                        "timestamptz '2035-12-03'",
                        "to",
                        "timestamptz '2035-12-03 03:00'"));
        questions.put(
                "those of them that are no evidence yet",
                filled(
                        IncidentTable.COUNTED_BEYOND.formatted("service_id"),
                        "subject",
                        "'S-7'",
                        "from",
                        "timestamptz '2035-12-03'",
                        "to",
                        "timestamptz '2035-12-03 03:00'",
                        "most",
                        "200",
                        "finding",
                        "gen_random_uuid()"));
        questions.put(
                "tickets nearby in the same quarter of an hour",
                filled(
                        IncidentTable.UNEXPLAINED,
                        "node",
                        "'x'",
                        "site",
                        "'y'",
                        "upstream",
                        "'z'",
                        "from",
                        "timestamptz '2036-01-01'",
                        "to",
                        "timestamptz '2036-01-01 00:30'"));
        questions.put("tickets without a place", filled(IncidentTable.UNPLACED, "service", "'S-7'"));
        questions.put(
                "announced work",
                filled(MaintenanceTable.COVER, "kinds", shared, "subjects", parts, "at", "timestamptz '2036-01-01'"));
        questions.put(
                "the finding that it may belong to",
                filled(
                        FindingTable.CURRENT,
                        "kinds",
                        shared,
                        "subjects",
                        parts,
                        "kind",
                        "'common-cause'",
                        "about",
                        "''",
                        "since",
                        "timestamptz '2036-01-01'",
                        "until",
                        "timestamptz '2036-01-01 00:30'"));
        return questions;
    }

    private static String filled(String sql, String... namesAndValues) {
        String filled = sql;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            filled = filled.replaceAll(":" + namesAndValues[i] + "\\b", namesAndValues[i + 1]);
        }
        return filled;
    }
}
