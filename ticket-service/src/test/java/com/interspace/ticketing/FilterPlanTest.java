package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.ticketing.adapter.postgres.Plans;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Task;
import com.interspace.ticketing.ticket.TicketQuery;
import com.interspace.ticketing.ticket.TicketQuery.Sort;
import com.interspace.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** PostgreSQL's own word that no list walks through the tickets. */
@QuarkusTest
class FilterPlanTest extends TicketDeskTest {

    private static final String MANY =
            """
            insert into ticket (id, account, service_id, channel, status, priority, impact, urgency,
                priority_matrix_version, sla_policy_version, summary, ip_addresses, reporter_contact_id, created_at,
                life, history_head, version, circuit_id, external_id, parent_id, task)
            select 'PLAN-' || n, 'PLAN-' || n % 200, 'PLAN-S-' || n % 2000,
                case when n % 97 = 0 then 'PHONE' else 'PANEL' end, case when n % 97 = 0 then 'HELD' else 'CLOSED' end,
                case when n % 97 = 0 then 'CRITICAL' else 'LOW' end,
                case when n % 97 = 0 then 'DEGRADATION' else 'SERVICE_AFFECTING' end, 'HIGH', 1, 1,
                'fault number ' || n, '{}', 'c', timestamptz '2020-01-01' + n * interval '1 minute', '', '', 1,
                'PLAN-C-' || n % 2000, 'X' || n, case when n % 50 = 0 then 'P' || n % 1000 end,
                case when n % 500 = 0 then 'MISSING_INFORMATION' end
            from generate_series(1, 20000) n""";

    private static final long KILOBYTES_OF_A_PAGE = 8;

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Test
    void every_filter_and_every_order_is_answered_by_an_index() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                connection.createStatement().execute(MANY);
                connection.createStatement().execute("analyze ticket");
                List<String> walked = new ArrayList<>();
                for (Map.Entry<String, TicketQuery> query : queries().entrySet()) {
                    List<String> plan = Plans.of(connection, query.getValue());
                    if (plan.stream().anyMatch(line -> line.contains("Seq Scan on ticket"))) {
                        walked.add(query.getKey() + ": " + plan);
                    }
                }
                assertThat(walked).isEmpty();
            } finally {
                connection.rollback();
            }
        }
    }

    /** Among a million tickets one plan for any words looked no dearer, and walked through all of them for a rare one. */
    @Test
    void every_list_is_planned_for_what_it_asks() {
        TicketQuery search = query(Optional.empty(), new Looking().text("words", "19999"), Sort.NEWEST);

        Object planned = QuarkusTransaction.requiringNew().call(() -> {
            tickets.list(search);
            return entities.createNativeQuery("select current_setting('plan_cache_mode')")
                    .getSingleResult();
        });

        assertThat(planned).isEqualTo("force_custom_plan");
    }

    /** Whoever finds the list of words full enters all of them, while his reporter waits. */
    @Test
    void no_ticket_enters_the_words_of_thousands_of_others() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.execute(MANY);
                ResultSet waiting = sql.executeQuery("select gin_clean_pending_list('ticket_by_words')");
                waiting.next();
                assertThat(waiting.getLong(1) * KILOBYTES_OF_A_PAGE).isLessThan(300);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Map<String, TicketQuery> queries() {
        Map<String, TicketQuery> queries = new LinkedHashMap<>();
        Optional<Set<String>> mine = Optional.of(Set.of("PLAN-7"));
        Optional<Set<String>> all = Optional.empty();
        for (Sort sort : Sort.values()) {
            queries.put("all by " + sort, query(all, new Looking(), sort));
            queries.put("mine by " + sort, query(mine, new Looking(), sort));
        }
        Instant late = Instant.parse("2020-01-14T00:00:00Z");
        Map<String, Looking> filters = new LinkedHashMap<>();
        filters.put("status", new Looking().status(Status.HELD));
        filters.put("priority", new Looking().priority(Priority.CRITICAL));
        filters.put("impact", new Looking().impact(Impact.DEGRADATION));
        filters.put("channel", new Looking().channel(Channel.PHONE));
        filters.put("task", new Looking().task(Task.MISSING_INFORMATION));
        filters.put("serviceId", new Looking().text("serviceId", "PLAN-S-7"));
        filters.put("account", new Looking().text("account", "PLAN-7"));
        filters.put("externalId", new Looking().text("externalId", "X77"));
        filters.put("parentId", new Looking().text("parentId", "P50"));
        filters.put("words", new Looking().text("words", "19999"));
        filters.put("createdFrom", new Looking().from(late));
        filters.forEach((name, looking) -> queries.put(name, query(all, looking, Sort.NEWEST)));
        return queries;
    }

    private static TicketQuery query(Optional<Set<String>> scope, Looking looking, Sort sort) {
        return new TicketQuery(
                scope,
                looking.status,
                looking.priority,
                looking.impact,
                looking.texts.get("serviceId"),
                looking.texts.get("account"),
                looking.channel,
                looking.task,
                looking.texts.get("externalId"),
                looking.texts.get("parentId"),
                looking.from,
                null,
                looking.texts.get("words"),
                sort,
                null,
                50);
    }

    /** One filter; the rest stays open. */
    private static final class Looking {

        private final Map<String, String> texts = new LinkedHashMap<>();
        private Status status;
        private Priority priority;
        private Impact impact;
        private Channel channel;
        private Task task;
        private Instant from;

        Looking text(String field, String value) {
            texts.put(field, value);
            return this;
        }

        Looking status(Status value) {
            status = value;
            return this;
        }

        Looking priority(Priority value) {
            priority = value;
            return this;
        }

        Looking impact(Impact value) {
            impact = value;
            return this;
        }

        Looking channel(Channel value) {
            channel = value;
            return this;
        }

        Looking task(Task value) {
            task = value;
            return this;
        }

        Looking from(Instant value) {
            from = value;
            return this;
        }
    }
}
