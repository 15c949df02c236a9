package com.interspace.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the database alone can do: the rows of a ticket that was really opened, written again and again by a bare loop
 * with prepared statements, one transaction a ticket. The tables are copies of the service's own with every index and
 * constraint, in a schema of their own of the same database; what is written there reaches nobody.
 */
final class RowFloor implements AutoCloseable {

    private static final String SCHEMA = "floor";

    /** The tables that one POST /v1/tickets writes to, and how the rows of a ticket are found there. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("idempotency_key", "location like '%' || ?");
        TABLES.put("ticket", "id = ?");
        TABLES.put("ticket_history", "ticket_id = ?");
        TABLES.put("outbox", "key = ?");
        TABLES.put("timer", "key = ?");
    }

    private record Row(String insert, List<Object> values) {}

    private final LoadedSystem system;
    private final String key;
    private final String model;
    private final List<Row> rows = new ArrayList<>();
    private final AtomicLong number = new AtomicLong();

    /** Opens a ticket at the panel's door and takes its rows for the model. */
    RowFloor(LoadedSystem system) {
        this.system = system;
        key = UUID.randomUUID().toString();
        model = system.client(LoadedSystem.CUSTOMER, "ticket")
                .withKey(key)
                .post("/v1/tickets", Reports.panel(0))
                .path("id")
                .asText();
        try (Connection connection = system.database()) {
            copyTables(connection);
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                readModel(connection, table.getKey(), table.getValue());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As fast as this many connections can. */
    Timings flatOut(int connections, Duration time) {
        List<Writer> writers = writers(connections);
        try {
            return Stopwatch.flatOut("bare JDBC, " + connections + " connections", writers, time);
        } finally {
            writers.forEach(Writer::close);
        }
    }

    /** At a steady rate over this many connections. */
    Timings steady(int connections, double rate, Duration time) {
        List<Writer> writers = writers(connections);
        try {
            return Stopwatch.steady("bare JDBC at %.0f/s".formatted(rate), writers, rate, time);
        } finally {
            writers.forEach(Writer::close);
        }
    }

    @Override
    public void close() {
        try (Connection connection = system.database();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema " + SCHEMA + " cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyTables(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists " + SCHEMA + " cascade");
            sql.execute("create schema " + SCHEMA);
            for (String table : TABLES.keySet()) {
                sql.execute("create table %1$s.%2$s (like ticket.%2$s including all)".formatted(SCHEMA, table));
            }
            sql.execute("alter table %1$s.ticket_history add foreign key (ticket_id) references %1$s.ticket"
                    .formatted(SCHEMA));
        }
    }

    private void readModel(Connection connection, String table, String where) throws SQLException {
        List<String> columns = writable(connection, table);
        String names = String.join(", ", columns);
        String select = "select " + names + " from ticket." + table + " where " + where;
        String insert = "insert into " + SCHEMA + "." + table + " (" + names + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, model);
            ResultSet found = statement.executeQuery();
            int before = rows.size();
            while (found.next()) {
                List<Object> values = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    values.add(found.getObject(column));
                }
                rows.add(new Row(insert, values));
            }
            if (rows.size() == before) {
                throw new IllegalStateException("The ticket " + model + " wrote nothing to " + table);
            }
        }
    }

    private static List<String> writable(Connection connection, String table) throws SQLException {
        String ask =
                """
                select column_name from information_schema.columns
                where table_schema = 'ticket' and table_name = ? and is_generated = 'NEVER'
                  and coalesce(identity_generation, '') <> 'ALWAYS' order by ordinal_position""";
        try (PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setString(1, table);
            ResultSet found = statement.executeQuery();
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString(1));
            }
            return columns;
        }
    }

    private List<Writer> writers(int connections) {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            writers.add(new Writer());
        }
        return writers;
    }

    /** One connection that writes one ticket after the other. */
    private final class Writer implements Stopwatch.Work, AutoCloseable {

        private final Connection connection;
        private final List<PreparedStatement> statements = new ArrayList<>();

        Writer() {
            try {
                connection = system.database();
                connection.setAutoCommit(false);
                for (Row row : rows) {
                    statements.add(connection.prepareStatement(row.insert()));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void once() throws SQLException {
            String id = "IS-%09d".formatted(number.incrementAndGet());
            for (int row = 0; row < statements.size(); row++) {
                PreparedStatement statement = statements.get(row);
                List<Object> values = rows.get(row).values();
                for (int column = 0; column < values.size(); column++) {
                    statement.setObject(column + 1, another(values.get(column), id));
                }
                statement.executeUpdate();
            }
            connection.commit();
        }

        /** The same value for another ticket: whatever has to be unique is. */
        private Object another(Object value, String id) {
            if (value instanceof UUID) {
                return UUID.randomUUID();
            }
            if (value instanceof String text) {
                return text.equals(key) ? UUID.randomUUID().toString() : text.replace(model, id);
            }
            return value;
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
