package com.interspace.chassis.retention;

import com.interspace.chassis.config.Worker;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Keeps tables from growing for ever, a batch of each every half minute. A table that cannot be pruned holds up no other. */
@ApplicationScoped
public class Pruning {

    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final Duration REST = Duration.ofSeconds(30);

    private final List<Retention> tables;
    private final DataSource database;
    private final Worker worker;

    @Inject
    Pruning(@All List<Forgetful> keepers, DataSource database, InstantSource time) {
        this.tables = keepers.stream().map(Forgetful::retention).toList();
        this.database = database;
        this.worker = new Worker("pruning", REST, () -> prune(time.instant()));
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Deletes a batch of each table. */
    public void prune(Instant now) {
        tables.forEach(table -> prune(table, now));
    }

    private void prune(Retention table, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(table.statement())) {
            delete.setObject(1, now.minus(table.keep()).atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        } catch (SQLException broken) {
            LOG.warnf("%s cannot be pruned now: %s", table.table(), broken.getMessage());
        }
    }
}
