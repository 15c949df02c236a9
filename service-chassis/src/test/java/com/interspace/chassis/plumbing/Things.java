package com.interspace.chassis.plumbing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the test's application, and the sabotage of them. */
@ApplicationScoped
public class Things {

    @Inject
    DataSource database;

    void moved(String id, String state, long sequence) {
        run(
                """
                insert into thing (id, state, sequence) values (?, ?, ?::bigint)
                on conflict (id) do update set state = excluded.state, sequence = excluded.sequence
                where thing.sequence < excluded.sequence""",
                id,
                state,
                Long.toString(sequence));
    }

    void effect(String id, String said) {
        run("insert into effect (thing_id, said) values (?, ?)", id, said);
    }

    List<String> effects(String id) {
        return texts("select said from effect where thing_id = ? order by said", id);
    }

    String state(String id) {
        return texts("select state from thing where id = ?", id).stream()
                .findFirst()
                .orElse(null);
    }

    /** From now on that write fails; the table of sabotage is written outside the transaction under test. */
    void sabotage(String what) {
        run("insert into sabotage (what) values (?)", what);
    }

    void repair() {
        run("delete from sabotage");
    }

    void run(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, sql, values)) {
            statement.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<String> texts(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
