package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Subject;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class FindingTable implements Findings, PanacheRepositoryBase<Finding, UUID> {

    private static final String ADD_EVIDENCE =
            """
            with added as (
                insert into finding_evidence (finding_id, kind, ref, at, text)
                select cast(:finding as uuid), piece.*
                from unnest(cast(:kinds as text[]), cast(:refs as text[]), cast(:ats as timestamptz[]),
                    cast(:texts as text[])) as piece
                on conflict do nothing
                returning kind, ref, at, text)
            select kind, ref, at, text from added order by at, ref""";

    /** The subjects come in the order of preference. */
    static final String CURRENT =
            """
            select f.* from unnest(cast(:kinds as text[]), cast(:subjects as text[]))
                with ordinality as s(kind, subject, preference)
            join finding f on f.subject_kind = s.kind and f.subject = s.subject
            where f.kind = :kind and f.about = :about and f.last_at >= :since and f.first_at <= :until
            order by s.preference, f.last_at desc limit 1
            for update of f""";

    static final String EVIDENCE =
            "select kind, ref, at, text from finding_evidence where finding_id = :finding order by at, ref";

    private static final String TICKETS_BEHIND =
            "select distinct ref from finding_evidence where finding_id in (:findings) and kind = 'ticket'";

    static final String RESTING_ON = "select finding_id from finding_evidence where kind = 'ticket' and ref = :ticket";

    @Override
    public void add(Finding finding) {
        persist(finding);
    }

    @Override
    public List<Evidence> add(UUID findingId, List<Evidence> evidence) {
        List<Object[]> added = getEntityManager()
                .createNativeQuery(ADD_EVIDENCE, Object[].class)
                .setParameter("finding", findingId)
                .setParameter("kinds", each(evidence, Evidence::kind))
                .setParameter("refs", each(evidence, Evidence::ref))
                .setParameter("ats", each(evidence, piece -> piece.at().toString()))
                .setParameter("texts", each(evidence, Evidence::text))
                .getResultList();
        return read(added);
    }

    private static <T> String[] each(List<T> things, Function<T, String> said) {
        return things.stream().map(said).toArray(String[]::new);
    }

    private static List<Evidence> read(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Evidence((String) row[0], (String) row[1], (Instant) row[2], (String) row[3]))
                .toList();
    }

    @Override
    public Optional<Finding> current(FindingKind kind, Subject subject, String about, Instant at) {
        return current(kind, List.of(subject), about, at);
    }

    @Override
    public Optional<Finding> currentOfAny(FindingKind kind, List<Subject> subjects, Instant at) {
        return current(kind, subjects, "", at);
    }

    private Optional<Finding> current(FindingKind kind, List<Subject> subjects, String about, Instant at) {
        List<Finding> found = getEntityManager()
                .createNativeQuery(CURRENT, Finding.class)
                .setParameter("kind", kind.toString())
                .setParameter("kinds", each(subjects, subject -> subject.kind().toString()))
                .setParameter("subjects", each(subjects, Subject::id))
                .setParameter("about", about)
                .setParameter("since", at.minus(kind.memory()))
                .setParameter("until", at.plus(kind.memory()))
                .getResultList();
        return found.stream().findFirst();
    }

    @Override
    public Optional<Finding> byId(UUID id) {
        return findByIdOptional(id);
    }

    @Override
    public Optional<Finding> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<Finding> list(Filter filter, Cursor after, int rows) {
        Condition condition = conditionOf(filter).before("raisedAt", after);
        return find(condition.text() + " order by raisedAt desc, id desc", condition.values())
                .range(0, rows - 1)
                .list();
    }

    @Override
    public long count(Filter filter) {
        Condition condition = conditionOf(filter);
        return count(condition.text(), condition.values());
    }

    @Override
    public List<Evidence> evidenceOf(UUID id, int most) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(EVIDENCE, Object[].class)
                .setParameter("finding", id)
                .setMaxResults(most)
                .getResultList();
        return read(rows);
    }

    @Override
    public Set<String> ticketsBehind(Set<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createNativeQuery(TICKETS_BEHIND, String.class)
                        .setParameter("findings", ids)
                        .getResultList());
    }

    @Override
    public List<Finding> ofProblem(UUID problemId) {
        return list("problemId = ?1 order by raisedAt, id", problemId);
    }

    private Condition conditionOf(Filter filter) {
        Condition condition = new Condition()
                .equal("state", filter.state())
                .equal("kind", filter.kind())
                .equal("subject.id", filter.subject());
        return filter.ticketId() == null
                ? condition
                : condition.when(true, "id in :restingOn", "restingOn", restingOn(filter.ticketId()));
    }

    @SuppressWarnings("unchecked")
    private List<UUID> restingOn(String ticketId) {
        return getEntityManager()
                .createNativeQuery(RESTING_ON)
                .setParameter("ticket", ticketId)
                .getResultList();
    }
}
