package com.interspace.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.part.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A schema and role for a service, made by the file that every deployment uses, beside those of the running system. It
 * can be brought to any version and filled: rows that nobody made up by hand, in every table, as its constraints allow.
 */
final class ServiceSchema {

    /** Whose migrations, by the table that remembers them; in the order in which a service runs them. */
    static final List<String> HISTORIES = List.of("flyway_schema_history", "chassis_schema_history");

    private static final Pattern WORDS = Pattern.compile("\\(\\((\\w+) = ANY \\(ARRAY\\['([^']+)'");
    private static final String REFERENCE_VIOLATED = "23503";

    /** A column that can be written. */
    record Column(String name, String type, boolean nullable) {}

    private final String service;
    private final String url;
    private final String role;
    private final String password;

    private ServiceSchema(String service, String url, String role, String password) {
        this.service = service;
        this.url = url;
        this.role = role;
        this.password = password;
    }

    /** @param beside what its name begins with */
    static ServiceSchema create(String jdbcUrl, String beside, String service, String password) {
        String role = beside + "_" + service;
        try (Connection administrator = DriverManager.getConnection(jdbcUrl + "?user=postgres");
                Statement sql = administrator.createStatement()) {
            sql.execute(Files.readString(Path.of("..", "postgresql", "service.sql"))
                    .replace(":\"service\"", '"' + role + '"')
                    .replace(":'password'", "'" + password + "'"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return new ServiceSchema(service, jdbcUrl, role, password);
    }

    /** How the service reaches it. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", role,
                "QUARKUS_DATASOURCE_PASSWORD", password));
    }

    List<String> versions(String history) {
        return Arrays.stream(flyway(history, "latest").info().all())
                .map(MigrationInfo::getVersion)
                .map(Object::toString)
                .filter(version -> !version.equals("0"))
                .toList();
    }

    void migrate(String history, String version) {
        flyway(history, version).migrate();
    }

    boolean isLatest(String history) {
        return flyway(history, "latest").info().pending().length == 0;
    }

    private Flyway flyway(String history, String version) {
        Path root = Path.of("..", "..").toAbsolutePath().normalize();
        Path chassis = root.resolve("service-chassis/src/main/resources/db");
        Path migrations = history.startsWith("chassis")
                ? chassis.resolve("chassis")
                : root.resolve(service + "-service/src/main/resources/db/migration");
        return Flyway.configure()
                .dataSource(url, role, password)
                .locations("filesystem:" + migrations, "filesystem:" + chassis.resolve("every-migration"))
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load();
    }

    /** The columns of every table that somebody may write. */
    Map<String, List<Column>> shape() {
        String question =
                """
                select table_name, column_name, udt_name, is_nullable = 'YES'
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like '%schema_history'
                  and is_generated = 'NEVER' and identity_generation is distinct from 'ALWAYS'
                order by table_name, ordinal_position""";
        Map<String, List<Column>> shape = new TreeMap<>();
        query(question, row -> shape.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                .add(new Column(row.getString(2), row.getString(3), row.getBoolean(4))));
        return shape;
    }

    /**
     * Writes a row into every table of a shape, which may be that of an earlier version. Whatever is equal in kind has the
     * same value in all of them, so that references fit.
     */
    void fill(Map<String, List<Column>> shape, int number) {
        Map<String, String> words = words();
        Deque<String> waiting = new ArrayDeque<>(shape.keySet());
        try (Connection database = connect();
                Statement sql = database.createStatement()) {
            int fruitless = 0;
            while (!waiting.isEmpty()) {
                String table = waiting.remove();
                SQLException refused = insert(sql, table, shape.get(table), words, number);
                if (refused == null) {
                    fruitless = 0;
                } else if (REFERENCE_VIOLATED.equals(refused.getSQLState()) && ++fruitless <= waiting.size()) {
                    waiting.add(table);
                } else {
                    throw new AssertionError(service + " takes no row into " + table, refused);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a value in every column; where a rule of the table forbids that, with one column less. */
    private static SQLException insert(
            Statement sql, String table, List<Column> columns, Map<String, String> words, int number) {
        SQLException refused = tryInsert(sql, table, columns, words, number);
        for (Column left : columns) {
            if (refused != null && left.nullable() && !REFERENCE_VIOLATED.equals(refused.getSQLState())) {
                List<Column> fewer =
                        columns.stream().filter(each -> each != left).toList();
                refused = tryInsert(sql, table, fewer, words, number);
            }
        }
        return refused;
    }

    private static SQLException tryInsert(
            Statement sql, String table, List<Column> columns, Map<String, String> words, int number) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> words.containsKey(table + "." + column.name())
                        ? words.get(table + "." + column.name())
                        : value(column.type(), number))
                .collect(Collectors.joining(", "));
        try {
            sql.execute("insert into " + table + " (" + names + ") values (" + values + ")");
            return null;
        } catch (SQLException refused) {
            return refused;
        }
    }

    private static String value(String type, int number) {
        return switch (type) {
            // Digits: a text that is read as JSON somewhere is well-formed, too.
            case "text", "varchar" -> "'" + number + "'";
            case "_text" -> "'{" + number + "}'";
            case "int2", "int4", "int8", "numeric", "float8" -> String.valueOf(number);
            case "bool" -> "true";
            case "timestamptz" -> "now()";
            case "date" -> "current_date";
            case "uuid" -> "'00000000-0000-0000-0000-" + "%012d".formatted(number) + "'";
            case "bytea" -> "'\\x%08d'".formatted(number);
            case "json", "jsonb" -> "'{}'";
            default -> throw new AssertionError("A column has the type " + type + ", which is not known here.");
        };
    }

    /** The first word of each column that takes only certain words, quoted, by {@code table.column}. */
    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        String question =
                """
                select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
                where contype = 'c' and connamespace = current_schema()::regnamespace""";
        query(question, row -> {
            Matcher matcher = WORDS.matcher(row.getString(2));
            if (matcher.find()) {
                words.put(row.getString(1) + "." + matcher.group(1), "'" + matcher.group(2) + "'");
            }
        });
        return words;
    }

    /** Every row of every table that a shape has. */
    Map<String, List<JsonNode>> contents(Map<String, List<Column>> shape) {
        Map<String, List<JsonNode>> contents = new TreeMap<>();
        shape.keySet().forEach(table -> {
            List<JsonNode> rows = contents.computeIfAbsent(table, each -> new ArrayList<>());
            query("select to_jsonb(t)::text from " + table + " t", row -> rows.add(Json.parse(row.getString(1))));
        });
        return contents;
    }

    /** Constraints that are not, and indexes that cannot be relied on. */
    List<String> invalid() {
        List<String> names = new ArrayList<>();
        String question =
                """
                select conname from pg_constraint where not convalidated and connamespace = current_schema()::regnamespace
                union all select indexrelid::regclass::text from pg_index join pg_class on pg_class.oid = indexrelid
                where not indisvalid and relnamespace = current_schema()::regnamespace""";
        query(question, row -> names.add(row.getString(1)));
        return names;
    }

    boolean isEmpty() {
        List<String> tables = new ArrayList<>();
        query(
                "select table_name from information_schema.tables where table_schema = current_schema()",
                row -> tables.add(row.getString(1)));
        return tables.isEmpty();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, role, password);
    }

    private void query(String question, Reader reader) {
        try (Connection database = connect();
                ResultSet rows = database.createStatement().executeQuery(question)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    @Override
    public String toString() {
        return service;
    }
}
