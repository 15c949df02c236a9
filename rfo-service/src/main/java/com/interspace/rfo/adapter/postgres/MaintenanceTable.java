package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.finding.MaintenanceWindow;
import com.interspace.rfo.finding.MaintenanceWindows;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.outage.Span;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class MaintenanceTable implements MaintenanceWindows, PanacheRepositoryBase<MaintenanceWindow, String> {

    static final String COVER =
            """
            select exists (
                select 1 from unnest(cast(:kinds as text[]), cast(:subjects as text[])) as s(kind, subject)
                join maintenance_window w on w.subject_kind = s.kind and w.subject = s.subject
                where w.to_at >= :at and w.from_at <= :at and not w.cancelled)""";

    static final String ON_SERVICES =
            """
            with part (service_id, kind, subject) as (
                select s.service_id, p.kind, p.subject
                from service s left join watched_service w on w.service_id = s.service_id
                cross join lateral (
                    values ('service', s.service_id), ('node', w.node), ('site', w.site), ('upstream', w.upstream)
                    union all select 'circuit', circuit from unnest(s.circuits) as circuit) as p (kind, subject)
                where :all or s.account = any(cast(:accounts as text[])))
            select part.service_id, m.from_at, m.to_at
            from part join maintenance_window m on m.subject_kind = part.kind and m.subject = part.subject
            where m.to_at > :from and m.from_at < :to and not m.cancelled""";

    @Override
    public Optional<MaintenanceWindow> locked(String windowId) {
        return findByIdOptional(windowId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(MaintenanceWindow window) {
        persist(window);
    }

    @Override
    public boolean cover(Collection<Subject> subjects, Instant at) {
        return (Boolean) getEntityManager()
                .createNativeQuery(COVER)
                .setParameter(
                        "kinds", subjects.stream().map(s -> s.kind().toString()).toArray(String[]::new))
                .setParameter("subjects", subjects.stream().map(Subject::id).toArray(String[]::new))
                .setParameter("at", at)
                .getSingleResult();
    }

    @Override
    public List<OnService> onServices(Instant from, Instant to, Optional<Set<String>> accounts) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(ON_SERVICES, Object[].class)
                .setParameter("all", accounts.isEmpty())
                .setParameter("accounts", accounts.orElse(Set.of()).toArray(String[]::new))
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        return rows.stream()
                .map(row -> new OnService((String) row[0], new Span((Instant) row[1], (Instant) row[2])))
                .toList();
    }
}
