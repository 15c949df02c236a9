import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Dumps the schema of one service, as one moment saw it, with nothing but the service's own role; restores it into an
 * empty schema by running the service's own migrations up to the version of the dump and then loading the rows. So it
 * works with any PostgreSQL, managed or not, whatever the version of the tools on this machine.
 *
 * <p>{@code Backup.java dump|restore <service> <directory>}; INTERSPACE_JDBC_URL and
 * {@code <SERVICE>_DATABASE_PASSWORD} say where and with what.
 */
public final class Backup {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Each kind of migrations with the table that remembers it, as the services configure them. */
    private static final Map<String, String> MIGRATIONS = new TreeMap<>(Map.of(
            "flyway_schema_history", "classpath:db/migration",
            "chassis_schema_history", "classpath:db/chassis"));

    private final String service;
    private final Path folder;
    private final String url;
    private final String password;

    private Backup(String service, Path folder) {
        this.service = service;
        this.folder = folder.resolve(service);
        url = required("INTERSPACE_JDBC_URL");
        password = required(service.toUpperCase() + "_DATABASE_PASSWORD");
    }

    public static void main(String[] arguments) throws Exception {
        Backup backup = new Backup(arguments[1], Path.of(arguments[2]));
        if (arguments[0].equals("dump")) {
            backup.dump();
        } else {
            backup.restore();
        }
    }

    private void dump() throws SQLException, IOException {
        Files.createDirectories(folder);
        ObjectNode manifest = JSON.createObjectNode().put("service", service).put("at", Instant.now().toString());
        try (Connection database = connect()) {
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            database.setReadOnly(true);
            database.setAutoCommit(false);
            ObjectNode versions = manifest.putObject("versions");
            for (String history : MIGRATIONS.keySet()) {
                versions.put(history, text(database, "select version from " + history + " where success"
                        + " and version is not null order by installed_rank desc limit 1"));
            }
            ObjectNode tables = manifest.putObject("tables");
            for (String table : tables(database)) {
                tables.put(table, copyOut(database, table));
            }
            ObjectNode sequences = manifest.putObject("sequences");
            for (String sequence : texts(database, "select sequencename from pg_sequences where schemaname = current_schema")) {
                sequences.put(sequence, text(database, "select last_value || ' ' || is_called from " + quoted(sequence)));
            }
        }
        Files.writeString(folder.resolve("manifest.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
        System.out.println(service + ": " + manifest.path("tables").size() + " tables at " + manifest.path("at").asText());
    }

    private void restore() throws SQLException, IOException {
        JsonNode manifest = JSON.readTree(folder.resolve("manifest.json").toFile());
        try (Connection database = connect()) {
            if (!tables(database).isEmpty()) {
                throw new IllegalStateException("The schema " + service + " is not empty. Nothing was changed: drop it"
                        + " and create it anew first, as the runbook says.");
            }
        }
        // The service's own first, then the chassis', as the service does it.
        for (String history : List.of("flyway_schema_history", "chassis_schema_history")) {
            migrate(history, manifest.path("versions").path(history).asText());
        }
        try (Connection database = connect()) {
            database.setAutoCommit(false);
            List<String> tables = parentsFirst(database);
            if (!Set.copyOf(tables).equals(fieldNames(manifest.path("tables")))) {
                throw new IllegalStateException("The dump has the tables " + fieldNames(manifest.path("tables"))
                        + " and this version of " + service + " has " + tables + ".");
            }
            execute(database, "truncate " + String.join(", ", tables.stream().map(Backup::quoted).toList()));
            for (String table : tables) {
                copyIn(database, table, manifest.path("tables").path(table).asText());
            }
            for (String sequence : fieldNames(manifest.path("sequences"))) {
                String[] value = manifest.path("sequences").path(sequence).asText().split(" ");
                execute(database, "select setval('" + quoted(sequence) + "', " + value[0] + ", " + value[1] + ")");
            }
            database.commit();
        }
        System.out.println(service + ": restored as of " + manifest.path("at").asText());
    }

    private void migrate(String history, String version) {
        Flyway.configure()
                .dataSource(url, service, password)
                .locations(MIGRATIONS.get(history))
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    /** Writes the rows of a table and returns the columns, in their order; generated ones generate themselves. */
    private String copyOut(Connection database, String table) throws SQLException, IOException {
        String columns = String.join(", ", texts(database, "select quote_ident(column_name) from information_schema.columns"
                + " where table_schema = current_schema and table_name = '" + table + "' and is_generated = 'NEVER'"
                + " order by ordinal_position"));
        try (OutputStream rows = new GZIPOutputStream(Files.newOutputStream(file(table)))) {
            copies(database).copyOut("copy " + quoted(table) + " (" + columns + ") to stdout", rows);
        }
        return columns;
    }

    private void copyIn(Connection database, String table, String columns) throws SQLException, IOException {
        try (InputStream rows = new GZIPInputStream(Files.newInputStream(file(table)))) {
            copies(database).copyIn("copy " + quoted(table) + " (" + columns + ") from stdin", rows);
        }
    }

    private Path file(String table) {
        return folder.resolve(table + ".copy.gz");
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> all = texts(database, "select tablename from pg_tables where schemaname = current_schema order by 1");
        all.removeAll(MIGRATIONS.keySet());
        return all;
    }

    /** Each table after those that its foreign keys name. */
    private static List<String> parentsFirst(Connection database) throws SQLException {
        Set<String> ordered = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(tables(database));
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            for (String table : List.copyOf(waiting)) {
                List<String> parents = texts(database, "select distinct confrelid::regclass::text from pg_constraint"
                        + " where contype = 'f' and conrelid = '" + quoted(table) + "'::regclass and confrelid <> conrelid");
                if (ordered.containsAll(parents)) {
                    ordered.add(table);
                    waiting.remove(table);
                }
            }
            if (waiting.size() == before) {
                throw new IllegalStateException("The foreign keys of " + waiting + " go in a circle.");
            }
        }
        return List.copyOf(ordered);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, service, password);
    }

    private static CopyManager copies(Connection database) throws SQLException {
        return database.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection database, String query) throws SQLException {
        return texts(database, query).get(0);
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Set<String> fieldNames(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException(variable + " is not set.");
        }
        return value;
    }
}
