package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.rfo.config.RfoConfig;
import com.interspace.rfo.finding.Incident;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.Placement;
import com.interspace.rfo.finding.Subject;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class IncidentTable implements Incidents, Forgetful, PanacheRepositoryBase<Incident, String> {

    /** A ticket that is late moves the totals of the days after it too; usually there are none. */
    static final String TALLY =
            """
            with counted as (
                select kind, subject from unnest(cast(:kinds as text[]), cast(:subjects as text[])) as s(kind, subject)),
            raised as (
                update fault_day f set total = f.total + :more from counted c
                where f.subject_kind = c.kind and f.subject = c.subject and f.day >= :day)
            insert into fault_day (subject_kind, subject, day, total)
            select c.kind, c.subject, :day, :more + coalesce(
                (select f.total from fault_day f
                 where f.subject_kind = c.kind and f.subject = c.subject and f.day < :day
                 order by f.day desc limit 1), 0)
            from counted c
            on conflict do nothing""";

    static final String FAULTS =
            """
            select until_today.total - until_window.total, until_window.total - until_history.total,
                (select created_at from incident order by created_at limit 1)
            from %s, %s, %s"""
                    .formatted(
                            totalUntil(":today", "until_today"),
                            totalUntil(":beforeWindow", "until_window"),
                            totalUntil(":beforeHistory", "until_history"));

    /** %s is service_id or circuit_id. */
    static final String COUNTED =
            """
            select * from incident where %s = :subject and created_at >= :from and created_at < :to and counted
            order by created_at desc, ticket_id desc""";

    static final String COUNTED_BEYOND =
            """
            select * from (%s limit :most) as newest
            where not exists (select 1 from finding_evidence known
                where known.finding_id = :finding and known.kind = 'ticket' and known.ref = newest.ticket_id)
            order by created_at, ticket_id"""
                    .formatted(COUNTED);

    /** Each part has its index; together, as alternatives of one condition, they might be looked for by time alone. */
    static final String UNEXPLAINED =
            """
            select * from (%s union %s union %s) near order by created_at, ticket_id"""
                    .formatted(unexplainedOn("node"), unexplainedOn("site"), unexplainedOn("upstream"));

    static final String UNPLACED =
            "select * from incident where service_id = :service and not placed order by created_at, ticket_id";

    /** In the order given, which is the same for all: two that want the same ones never wait for each other. */
    private static final String LOCK =
            """
            select count(cast(pg_advisory_xact_lock(hashtextextended(subject, 656)) as text))
            from unnest(cast(:subjects as text[])) as subject""";

    private static final String EXPLAIN =
            "update incident set explained_by = :finding where ticket_id = any(cast(:tickets as text[]))";

    private final RfoConfig config;

    @Inject
    IncidentTable(RfoConfig config) {
        this.config = config;
    }

    @Override
    public Retention retention() {
        return Retention.of("incident", "created_at", config.keep().incidents());
    }

    @Override
    public Optional<Incident> locked(String ticketId) {
        return findByIdOptional(ticketId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void keep(Incident incident) {
        persist(incident);
    }

    @Override
    public Optional<Placement> placementOf(String serviceId) {
        return Optional.ofNullable(getEntityManager().find(Placement.class, serviceId));
    }

    @Override
    public Optional<Placement> lockedPlacementOf(String serviceId) {
        return Optional.ofNullable(getEntityManager().find(Placement.class, serviceId, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(Placement placement) {
        getEntityManager().persist(placement);
    }

    @Override
    public List<Incident> unplacedOf(String serviceId) {
        return getEntityManager()
                .createNativeQuery(UNPLACED, Incident.class)
                .setParameter("service", serviceId)
                .getResultList();
    }

    @Override
    public void lock(List<Subject> subjects) {
        getEntityManager()
                .createNativeQuery(LOCK)
                .setParameter(
                        "subjects", subjects.stream().map(Subject::toString).toArray(String[]::new))
                .getSingleResult();
    }

    @Override
    public void tally(List<Subject> subjects, LocalDate day, int more) {
        getEntityManager()
                .createNativeQuery(TALLY)
                .setParameter(
                        "kinds", subjects.stream().map(s -> s.kind().toString()).toArray(String[]::new))
                .setParameter("subjects", subjects.stream().map(Subject::id).toArray(String[]::new))
                .setParameter("day", day)
                .setParameter("more", more)
                .executeUpdate();
    }

    @Override
    public Faults faults(Subject subject, LocalDate historyStart, LocalDate windowStart, LocalDate today) {
        Object[] found = (Object[]) getEntityManager()
                .createNativeQuery(FAULTS, Object[].class)
                .setParameter("kind", subject.kind().toString())
                .setParameter("subject", subject.id())
                .setParameter("beforeHistory", historyStart.minusDays(1))
                .setParameter("beforeWindow", windowStart.minusDays(1))
                .setParameter("today", today)
                .getSingleResult();
        return new Faults(((Number) found[0]).longValue(), ((Number) found[1]).longValue(), (Instant) found[2]);
    }

    @Override
    public List<Incident> countedOf(Subject subject, Instant from, Instant before, int most) {
        List<Incident> newestFirst = getEntityManager()
                .createNativeQuery(COUNTED.formatted(columnOf(subject)), Incident.class)
                .setParameter("subject", subject.id())
                .setParameter("from", from)
                .setParameter("to", before)
                .setMaxResults(most)
                .getResultList();
        List<Incident> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    @Override
    public List<Incident> countedBeyond(UUID findingId, Subject subject, Instant from, Instant before, int most) {
        return getEntityManager()
                .createNativeQuery(COUNTED_BEYOND.formatted(columnOf(subject)), Incident.class)
                .setParameter("subject", subject.id())
                .setParameter("from", from)
                .setParameter("to", before)
                .setParameter("most", most)
                .setParameter("finding", findingId)
                .getResultList();
    }

    @Override
    public List<Incident> unexplained(Incident near, Instant from, Instant to) {
        return getEntityManager()
                .createNativeQuery(UNEXPLAINED, Incident.class)
                .setParameter("node", near.node())
                .setParameter("site", near.site())
                .setParameter("upstream", near.upstream())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    @Override
    public void explain(Collection<String> ticketIds, UUID findingId) {
        getEntityManager()
                .createNativeQuery(EXPLAIN)
                .setParameter("finding", findingId)
                .setParameter("tickets", ticketIds.toArray(String[]::new))
                .executeUpdate();
    }

    @Override
    public List<Incident> of(Set<String> ticketIds) {
        return ticketIds.isEmpty() ? List.of() : list("ticketId in ?1 order by ticketId", ticketIds);
    }

    private static String totalUntil(String day, String name) {
        return """
                (select coalesce((select total from fault_day
                                  where subject_kind = :kind and subject = :subject and day <= %s
                                  order by day desc limit 1), 0) as total) as %s"""
                .formatted(day, name);
    }

    private static String unexplainedOn(String part) {
        return """
                select * from incident
                where %1$s = cast(:%1$s as text) and created_at between :from and :to
                  and counted and explained_by is null"""
                .formatted(part);
    }

    private static String columnOf(Subject subject) {
        return switch (subject.kind()) {
            case SERVICE -> "service_id";
            case CIRCUIT -> "circuit_id";
            case NODE, SITE, UPSTREAM, CATEGORY, ACTION ->
                throw new IllegalArgumentException("Tickets are not counted by " + subject.kind());
        };
    }
}
