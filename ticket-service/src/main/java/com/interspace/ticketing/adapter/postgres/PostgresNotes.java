package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Notes;
import com.interspace.ticketing.ticket.Visibility;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresNotes implements Notes, PanacheRepositoryBase<Note, UUID> {

    @Override
    public void add(Note note) {
        persist(note);
    }

    @Override
    public Optional<Note> find(UUID id) {
        return findByIdOptional(id);
    }

    @Override
    public boolean wasCarried(String ticketId, UUID parentsNote) {
        return count("ticketId = ?1 and carriedFrom = ?2", ticketId, parentsNote) > 0;
    }

    @Override
    public List<Note> of(String ticketId, boolean alsoInternal, long afterSequence, int limit) {
        EnumSet<Visibility> visible = alsoInternal ? EnumSet.allOf(Visibility.class) : EnumSet.of(Visibility.PUBLIC);
        return find(
                        "ticketId = ?1 and visibility in ?2 and sequence > ?3 order by sequence",
                        ticketId,
                        visible,
                        afterSequence)
                .range(0, limit)
                .list();
    }
}
