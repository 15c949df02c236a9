package com.interspace.ticketing.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.ticketing.ticket.History;
import com.interspace.ticketing.ticket.HistoryRow;
import com.interspace.ticketing.ticket.Recorded;
import com.interspace.ticketing.ticket.Ticket;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

@ApplicationScoped
class PostgresHistory implements History, PanacheRepositoryBase<HistoryRow, HistoryRow.Key> {

    private static final int SALT_BYTES = 16;

    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    @Inject
    PostgresHistory(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public HistoryRow chain(Ticket ticket, Recorded recorded) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HistoryRow row = HistoryRow.next(
                ticket, recorded, ticket.historyHead(), HexFormat.of().formatHex(salt), detail(recorded));
        ticket.chained(row.hash());
        return row;
    }

    @Override
    public void add(HistoryRow row) {
        persist(row);
    }

    @Override
    public List<HistoryRow> of(String ticketId, long afterSequence, int limit) {
        return find("ticketId = ?1 and sequence > ?2 order by sequence", ticketId, afterSequence)
                .range(0, limit)
                .list();
    }

    @Override
    public List<HistoryRow> whole(String ticketId) {
        return list("ticketId = ?1 order by sequence", ticketId);
    }

    private String detail(Recorded recorded) {
        try {
            return json.writeValueAsString(recorded.event());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event of ours cannot be written as JSON", impossible);
        }
    }
}
