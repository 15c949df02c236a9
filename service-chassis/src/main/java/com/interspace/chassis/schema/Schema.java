package com.interspace.chassis.schema;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date when the service starts: first the service's own tables, then those of the chassis, with
 * a history table of their own so that neither waits for the other's numbers. The previous version may be serving
 * meanwhile (ADR 4).
 */
@ApplicationScoped
class Schema {

    static final int BEFORE_ANYTHING_USES_THE_TABLES = 1;

    void migrate(
            @Observes @Priority(BEFORE_ANYTHING_USES_THE_TABLES) StartupEvent starting,
            Flyway service,
            DataSource database) {
        service.migrate();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/chassis", "classpath:db/every-migration")
                .table("chassis_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
