package com.interspace.escalation.adapter.postgres;

import com.interspace.escalation.watch.Stall;
import com.interspace.escalation.watch.Stalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StallTable implements Stalls {

    private static final String OPEN =
            """
            insert into stall (number, kind, since, seen_at)
            select coalesce(max(number), 0) + 1, :kind, :since, :now from stall
            on conflict do nothing
            returning number""";

    private static final String CLOSE = "update stall set over_at = :now where over_at is null";

    private final EntityManager tables;

    @Inject
    StallTable(EntityManager tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Long> open(Stall stall, Instant now) {
        List<?> numbers = tables.createNativeQuery(OPEN)
                .setParameter("kind", stall.kind().toString())
                .setParameter("since", stall.since())
                .setParameter("now", now)
                .getResultList();
        return numbers.stream().findFirst().map(number -> ((Number) number).longValue());
    }

    @Override
    public void close(Instant now) {
        tables.createNativeQuery(CLOSE).setParameter("now", now).executeUpdate();
    }
}
