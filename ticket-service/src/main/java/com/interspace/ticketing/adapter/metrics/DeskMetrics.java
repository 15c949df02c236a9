package com.interspace.ticketing.adapter.metrics;

import com.interspace.chassis.config.Worker;
import com.interspace.ticketing.priority.Priority;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What lies on the desk, by priority: open tickets, those of them with a target past three quarters, those that have
 * missed one. Every instance shows the same figures; a dashboard takes the highest.
 */
@ApplicationScoped
class DeskMetrics {

    private static final Duration REST = Duration.ofSeconds(15);

    /** Reads what is open, whatever has been closed in all the years. */
    private static final String OPEN =
            """
            select t.priority,
                   count(*),
                   count(*) filter (where exists (select 1 from ticket_history h
                                                  where h.ticket_id = t.id and h.type = 'sla-warned')),
                   count(*) filter (where exists (select 1 from ticket_history h
                                                  where h.ticket_id = t.id and h.type = 'sla-breached'))
            from ticket t
            where t.status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD')
            group by t.priority
            """;

    private record Figures(AtomicLong open, AtomicLong atRisk, AtomicLong breached) {

        void show(long openNow, long atRiskNow, long breachedNow) {
            open.set(openNow);
            atRisk.set(atRiskNow);
            breached.set(breachedNow);
        }
    }

    private final AgroalDataSource database;
    private final Map<Priority, Figures> figures = new EnumMap<>(Priority.class);
    private final Worker worker;

    @Inject
    DeskMetrics(AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        for (Priority priority : Priority.values()) {
            Tags tags = Tags.of("priority", priority.toString());
            figures.put(
                    priority,
                    new Figures(
                            metrics.gauge("interspace.tickets.open", tags, new AtomicLong()),
                            metrics.gauge("interspace.tickets.at.risk", tags, new AtomicLong()),
                            metrics.gauge("interspace.tickets.breached", tags, new AtomicLong())));
        }
        worker = new Worker("desk-metrics", REST, this::look);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void look() {
        Map<Priority, long[]> now = new EnumMap<>(Priority.class);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OPEN);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                now.put(
                        Priority.valueOf(rows.getString(1)),
                        new long[] {rows.getLong(2), rows.getLong(3), rows.getLong(4)});
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What is open could not be counted: " + e.getMessage(), e);
        }
        figures.forEach((priority, shown) -> {
            long[] counted = now.getOrDefault(priority, new long[3]);
            shown.show(counted[0], counted[1], counted[2]);
        });
    }
}
