package com.interspace.chassis.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Takes the words that tell of one person out of what is stored, in the caller's transaction. What is left says that
 * something was taken out ({@link Traces#ERASED}); doing it again changes nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Eraser {

    /**
     * Text columns of some rows of a table.
     *
     * @param rows which, as SQL with one parameter
     */
    public record Texts(String table, String rows, List<String> columns) {

        public static Texts of(String table, String rows, String... columns) {
            return new Texts(table, rows, List.of(columns));
        }

        private String statement() {
            return "update " + table + " set "
                    + columns.stream()
                            .map(column ->
                                    column + " = regexp_replace(" + column + ", ?, '" + Traces.ERASED + "', 'gi')")
                            .collect(Collectors.joining(", "))
                    + " where " + rows + " and ("
                    + columns.stream().map(column -> column + " ~* ?").collect(Collectors.joining(" or ")) + ")";
        }
    }

    /** Every answer and event that is kept for a while, whatever it is about. */
    private static final List<Texts> PLUMBING = List.of(
            Texts.of("outbox", "topic <> ?", "body"),
            Texts.of("idempotency_key", "operation <> ?", "body"),
            Texts.of("timer", "kind <> ?", "reason"));

    private final DataSource database;

    @Inject
    Eraser(DataSource database) {
        this.database = database;
    }

    /** @param of the one parameter of what says which rows */
    public void erase(Traces traces, List<Texts> everywhere, String of) {
        if (!traces.isEmpty()) {
            everywhere.forEach(texts -> erase(traces, texts, of));
        }
    }

    /** In the tables of the plumbing: events on their way and after, stored answers, reasons of failures. */
    public void eraseFromPlumbing(Traces traces) {
        erase(traces, PLUMBING, "");
    }

    private void erase(Traces traces, Texts texts, String of) {
        int columns = texts.columns().size();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(texts.statement())) {
            for (int column = 1; column <= columns; column++) {
                update.setString(column, traces.pattern());
                update.setString(columns + 1 + column, traces.pattern());
            }
            update.setString(columns + 1, of);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("Nothing can be erased from " + texts.table() + " now", broken);
        }
    }
}
