package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.ticket.TicketQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link TicketQuery} as SQL. Every text of it stands here, values are parameters only; every condition and every
 * order has an index (proved by {@code EXPLAIN} in a test).
 */
record TicketSearch(String sql, Map<String, Object> parameters) {

    static TicketSearch page(TicketQuery query) {
        Conditions conditions = new Conditions(query);
        if (query.after() != null) {
            conditions.after(query);
        }
        return new TicketSearch(
                "select * from ticket where " + conditions.where() + " order by " + order(query.sort()) + " limit "
                        + (query.limit() + 1),
                conditions.parameters);
    }

    static TicketSearch count(TicketQuery query) {
        Conditions conditions = new Conditions(query);
        return new TicketSearch("select count(*) from ticket where " + conditions.where(), conditions.parameters);
    }

    /**
     * In the caller's transaction, for the plan to be made for these values alone: one word is in a single ticket and the
     * next in all of them, and a plan for any word would walk through the tickets for the rare ones.
     */
    Query in(EntityManager database, Class<?> row) {
        database.createNativeQuery("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .getSingleResult();
        Query query = database.createNativeQuery(sql, row);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String order(TicketQuery.Sort sort) {
        return switch (sort) {
            case NEWEST -> "created_at desc, id desc";
            case OLDEST -> "created_at, id";
            case PRIORITY -> "priority_rank, created_at desc, id desc";
        };
    }

    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Conditions(TicketQuery query) {
            query.scope().ifPresent(scope -> and("account in (:scope)", "scope", scope));
            and("account = :account", "account", query.account());
            and("status = :status", "status", name(query.status()));
            and("priority = :priority", "priority", name(query.priority()));
            and("impact = :impact", "impact", name(query.impact()));
            and("service_id = :serviceId", "serviceId", query.serviceId());
            and("channel = :channel", "channel", name(query.channel()));
            and("task = :task", "task", name(query.task()));
            and("external_id = :externalId", "externalId", query.externalId());
            and("parent_id = :parentId", "parentId", query.parentId());
            if (query.parentId() != null && query.scope().isPresent()) {
                conditions.add("parent_account in (:scope)");
            }
            and("created_at >= :createdFrom", "createdFrom", at(query.createdFrom()));
            and("created_at < :createdTo", "createdTo", at(query.createdTo()));
            and("words @@ websearch_to_tsquery('simple', :words)", "words", query.words());
        }

        /** Behind the place where the page before ended. */
        void after(TicketQuery query) {
            TicketQuery.Position last = query.after();
            parameters.put("afterTime", at(last.createdAt()));
            parameters.put("afterId", last.id());
            String newer = "(created_at, id) < (:afterTime, :afterId)";
            switch (query.sort()) {
                case NEWEST -> conditions.add(newer);
                case OLDEST -> conditions.add("(created_at, id) > (:afterTime, :afterId)");
                case PRIORITY -> {
                    parameters.put("afterRank", last.priority().ordinal() + 1);
                    conditions.add("priority_rank >= :afterRank and (priority_rank > :afterRank or " + newer + ")");
                }
            }
        }

        private void and(String condition, String name, Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        String where() {
            return String.join(" and ", conditions);
        }

        private static String name(Enum<?> word) {
            return word == null ? null : word.name();
        }

        private static Object at(Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }
}
