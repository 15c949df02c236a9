package com.interspace.ticketing.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Where versions of rules are kept as JSON. A version never changes, so each is read and understood once. */
@ApplicationScoped
class RuleShelf {

    /** A rule in one of its versions. */
    record Key(String kind, String name, int version) {}

    /** Makes of a stored body what the domain knows. */
    interface Reader<T> {
        T read(Key key, String body) throws JsonProcessingException;
    }

    private final EntityManager database;
    private final ObjectMapper json;
    private final Map<Key, Object> read = new ConcurrentHashMap<>();

    @Inject
    RuleShelf(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Integer> newest(String kind, String name) {
        return Optional.ofNullable((Integer)
                database.createNativeQuery("select max(version) from rule_version where kind = :kind and name = :name")
                        .setParameter("kind", kind)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    List<String> names(String kind) {
        return database.createNativeQuery("select distinct name from rule_version where kind = :kind order by name")
                .setParameter("kind", kind)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    <T> Optional<T> find(Key key, Reader<T> reader) {
        Object known = read.get(key);
        if (known != null) {
            return Optional.of((T) known);
        }
        Optional<T> stored = database.createNativeQuery(
                        "select body from rule_version where kind = :kind and name = :name and version = :version")
                .setParameter("kind", key.kind())
                .setParameter("name", key.name())
                .setParameter("version", key.version())
                .getResultStream()
                .map(body -> understood(key, (String) body, reader))
                .findFirst();
        stored.ifPresent(rule -> read.put(key, rule));
        return stored;
    }

    /** Adds the next version unless the newest one says the same; one at a time for each rule. */
    <T> T add(
            String kind,
            String name,
            T rule,
            Object body,
            BiPredicate<T, T> same,
            Reader<T> reader,
            Actor by,
            Instant at) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 1))) as held")
                .setParameter("key", kind + " " + name)
                .getSingleResult();
        int newest = newest(kind, name).orElse(0);
        Optional<T> current = find(new Key(kind, name, newest), reader);
        if (current.isPresent() && same.test(current.get(), rule)) {
            return current.get();
        }
        Key next = new Key(kind, name, newest + 1);
        String text = written(body);
        database.createNativeQuery("insert into rule_version (kind, name, version, body, at, by_id, by_name)"
                        + " values (:kind, :name, :version, :body, :at, :byId, :byName)")
                .setParameter("kind", kind)
                .setParameter("name", name)
                .setParameter("version", next.version())
                .setParameter("body", text)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("byId", by.id())
                .setParameter("byName", by.name())
                .executeUpdate();
        return understood(next, text, reader);
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A rule of ours cannot be written as JSON", impossible);
        }
    }

    private static <T> T understood(Key key, String body, Reader<T> reader) {
        try {
            return reader.read(key, body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The stored rule " + key + " cannot be read", broken);
        }
    }
}
