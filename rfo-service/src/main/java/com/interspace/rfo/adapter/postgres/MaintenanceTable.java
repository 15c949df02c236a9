package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.finding.MaintenanceWindow;
import com.interspace.rfo.finding.MaintenanceWindows;
import com.interspace.rfo.finding.Subject;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

@ApplicationScoped
class MaintenanceTable implements MaintenanceWindows, PanacheRepositoryBase<MaintenanceWindow, String> {

    static final String COVER =
            """
            select exists (
                select 1 from unnest(cast(:kinds as text[]), cast(:subjects as text[])) as s(kind, subject)
                join maintenance_window w on w.subject_kind = s.kind and w.subject = s.subject
                where w.to_at >= :at and w.from_at <= :at and not w.cancelled)""";

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
                .createNativeQuery(COVER, Boolean.class)
                .setParameter(
                        "kinds", subjects.stream().map(s -> s.kind().toString()).toArray(String[]::new))
                .setParameter("subjects", subjects.stream().map(Subject::id).toArray(String[]::new))
                .setParameter("at", at)
                .getSingleResult();
    }
}
