package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.commit.BeforeCommit;
import com.interspace.rfo.outage.Timeline;
import com.interspace.rfo.outage.TimelineRow;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;

@ApplicationScoped
class TimelineTable implements Timeline, PanacheRepositoryBase<TimelineRow, String> {

    private static final String INSERT =
            """
            insert into timeline_row (event_id, ticket_id, at, sequence, source, text)
            values (?, ?, ?, ?, ?, ?)
            on conflict (event_id) do nothing""";

    private final BeforeCommit beforeCommit;

    @Inject
    TimelineTable(BeforeCommit beforeCommit) {
        this.beforeCommit = beforeCommit;
    }

    @Override
    public void add(TimelineRow row) {
        beforeCommit.write(
                INSERT,
                row.eventId(),
                row.ticketId(),
                row.at().atOffset(ZoneOffset.UTC),
                row.sequence(),
                row.source().name(),
                row.text());
    }

    @Override
    public List<TimelineRow> of(String ticketId) {
        return list("ticketId = ?1 order by at, sequence, eventId", ticketId);
    }
}
