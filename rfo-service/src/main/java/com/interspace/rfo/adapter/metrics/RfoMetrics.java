package com.interspace.rfo.adapter.metrics;

import com.interspace.chassis.config.Worker;
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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The RFOs that were requested and are not published: in time, past their warning, overdue. Every instance shows the
 * same figures; a dashboard takes the highest.
 */
@ApplicationScoped
class RfoMetrics {

    private static final Duration REST = Duration.ofSeconds(15);

    private static final String OPEN =
            """
            select count(*) filter (where warn_at > ?), count(*) filter (where warn_at <= ? and due > ?),
                   count(*) filter (where due <= ?)
            from rfo
            where status in ('draft', 'inReview', 'approved')
            """;

    private final AgroalDataSource database;
    private final InstantSource time;
    private final AtomicLong due;
    private final AtomicLong dueSoon;
    private final AtomicLong overdue;
    private final Worker worker;

    @Inject
    RfoMetrics(AgroalDataSource database, InstantSource time, MeterRegistry metrics) {
        this.database = database;
        this.time = time;
        due = metrics.gauge("interspace.rfos", Tags.of("state", "due"), new AtomicLong());
        dueSoon = metrics.gauge("interspace.rfos", Tags.of("state", "due-soon"), new AtomicLong());
        overdue = metrics.gauge("interspace.rfos", Tags.of("state", "overdue"), new AtomicLong());
        worker = new Worker("rfo-metrics", REST, this::look);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void look() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OPEN)) {
            for (int i = 1; i <= 4; i++) {
                query.setObject(i, time.instant().atOffset(ZoneOffset.UTC));
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                due.set(row.getLong(1));
                dueSoon.set(row.getLong(2));
                overdue.set(row.getLong(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The open RFOs could not be counted: " + e.getMessage(), e);
        }
    }
}
