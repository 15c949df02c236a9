package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Timeline;
import com.interspace.rfo.outage.TimelineRow;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TimelineTable implements Timeline, PanacheRepositoryBase<TimelineRow, String> {

    private static final String INSERT =
            """
            insert into timeline_row (event_id, ticket_id, at, sequence, source, text)
            values (:eventId, :ticketId, :at, :sequence, :source, :text)
            on conflict (event_id) do nothing""";

    @Override
    public void add(TimelineRow row) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("eventId", row.eventId())
                .setParameter("ticketId", row.ticketId())
                .setParameter("at", row.at())
                .setParameter("sequence", row.sequence())
                .setParameter("source", row.source().name())
                .setParameter("text", row.text())
                .executeUpdate();
    }

    @Override
    public List<TimelineRow> of(String ticketId) {
        return list("ticketId = ?1 order by at, sequence, eventId", ticketId);
    }
}
