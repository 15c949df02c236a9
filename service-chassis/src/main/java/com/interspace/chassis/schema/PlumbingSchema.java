package com.interspace.chassis.schema;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the chassis' own tables up to date in the service's schema, with a history table of their own so that
 * the service's migrations and these never wait for each other's numbers.
 */
@ApplicationScoped
class PlumbingSchema {

    static final int BEFORE_ANYTHING_USES_THE_TABLES = 1;

    void migrate(@Observes @Priority(BEFORE_ANYTHING_USES_THE_TABLES) StartupEvent starting, DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/chassis")
                .table("chassis_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
