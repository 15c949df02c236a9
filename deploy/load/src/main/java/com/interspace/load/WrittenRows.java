package com.interspace.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many rows the services have written so far, by table, as PostgreSQL counts them. */
record WrittenRows(Map<String, Written> byTable) {

    private static final String ASK =
            """
            select schemaname || '.' || relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_user_tables
            where schemaname in ('ticket', 'escalation', 'notification', 'rfo')""";

    record Written(long inserted, long updated, long deleted) {}

    static WrittenRows now(LoadedSystem system) {
        Map<String, Written> byTable = new TreeMap<>();
        try (Connection connection = system.database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ASK)) {
            while (found.next()) {
                byTable.put(found.getString(1), new Written(found.getLong(2), found.getLong(3), found.getLong(4)));
            }
            return new WrittenRows(byTable);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was written since then, tables without any left out. */
    Map<String, Written> since(WrittenRows earlier) {
        Map<String, Written> since = new LinkedHashMap<>();
        byTable.forEach((table, now) -> {
            Written then = earlier.byTable.getOrDefault(table, new Written(0, 0, 0));
            Written more = new Written(
                    now.inserted() - then.inserted(), now.updated() - then.updated(), now.deleted() - then.deleted());
            if (more.inserted() + more.updated() + more.deleted() > 0) {
                since.put(table, more);
            }
        });
        return since;
    }
}
