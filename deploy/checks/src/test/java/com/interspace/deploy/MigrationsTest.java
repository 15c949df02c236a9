package com.interspace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration runs while the version before it is serving, so it only adds (service-chassis/docs/adr, 4). */
class MigrationsTest {

    private static final String NEVER_RELEASED = "no release stands between it and what it corrects";

    /** What the rule would refuse, and why it could not hurt; nothing is added here that runs after the first release. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("escalation-service V2: drops a constraint, climb_step", "what is allowed grows"),
            Map.entry(
                    "escalation-service V2: makes something unique, climb_step",
                    "weaker than the constraint it replaces"),
            Map.entry(
                    "notification-service V2: changes rows, message",
                    "fills columns that the version before does not know"),
            Map.entry(
                    "notification-service V2: drops an index", "a better one takes its place in the same transaction"),
            Map.entry("rfo-service V2: drops an index", "what is allowed grows"),
            Map.entry("rfo-service V2: makes something unique, rfo", "weaker than the index it replaces"),
            Map.entry("rfo-service V5: drops a column, outage", NEVER_RELEASED),
            Map.entry(
                    "ticket-service V2: makes something unique, ticket",
                    "covers only rows with a column of this version"),
            Map.entry(
                    "ticket-service V4: makes something unique, note",
                    "covers only rows with a column of this version"),
            Map.entry("ticket-service V4: rewrites the table, ticket", NEVER_RELEASED)));

    @Test
    void every_migration_only_adds_but_for_the_exceptions_that_are_explained() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (Path file : migrations()) {
            breaches.addAll(Migration.of(file).breaches());
        }

        assertThat(breaches).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table ticket                                          | drops a table, ticket",
                "alter table ticket drop column summary                     | drops a column, ticket",
                "alter table ticket drop summary                            | drops a column, ticket",
                "alter table ticket add a text, drop column summary         | drops a column, ticket",
                "drop index ticket_newest                                   | drops an index",
                "drop function f                                            | drops something else",
                "alter table ticket rename column summary to title          | renames, ticket",
                "alter table ticket rename to fault                         | renames, ticket",
                "alter table ticket alter column summary type varchar(10)   | changes a type, ticket",
                "alter table ticket alter summary set data type text        | changes a type, ticket",
                "alter table ticket alter column summary set not null       | requires a value, ticket",
                "alter table ticket add column a text not null              | adds a required column without a default, ticket",
                "alter table ticket add column a text, add b int not null   | adds a required column without a default, ticket",
                "alter table ticket add constraint c check (a > 0)          | adds a constraint, ticket",
                "alter table ticket add unique (a)                          | adds a constraint, ticket",
                "create unique index u on ticket (a)                        | makes something unique, ticket",
                "UPDATE ticket SET a = 1                                    | changes rows, ticket",
                "delete from ticket                                         | changes rows, ticket"
            })
    void what_the_version_before_could_not_live_with_is_found(String sql, String breach) {
        assertThat(new Migration("x V9", sql).breaches()).containsExactly("x V9: " + breach);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table ticket add column a text",
                "alter table ticket add column a text not null default ''",
                "alter table ticket add column a numeric(3, 1), add column b text[] not null default '{}'",
                "alter table ticket add column a text references service",
                "alter table ticket alter column a drop not null",
                "alter table ticket alter column a set default 'x'",
                "alter table ticket add constraint c check (a > 0) not valid",
                "create table a (b text not null); create unique index u on a (b); insert into a values ('x'); update a set b = ''",
                "create index i on ticket (a)",
                "insert into rule_version (kind) values ('drop table ticket; rename')",
                "-- drop table ticket;\ncreate index i on ticket (a)"
            })
    void what_only_adds_is_let_through(String sql) {
        assertThat(new Migration("x V9", sql).breaches()).isEmpty();
    }

    private static List<Path> migrations() throws IOException {
        List<Path> all = new ArrayList<>();
        List<String> places = new ArrayList<>(List.of("service-chassis/src/main/resources/db/chassis"));
        Deploy.SERVICES.forEach(name -> places.add(name + "-service/src/main/resources/db/migration"));
        for (String place : places) {
            try (Stream<Path> files = Files.list(Deploy.ROOT.resolve(place))) {
                files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(18);
        return all;
    }
}
