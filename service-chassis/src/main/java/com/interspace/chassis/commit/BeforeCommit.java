package com.interspace.chassis.commit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What a transaction writes beside its state: kept until the transaction is about to commit, and written down then, in
 * the order in which it came. It takes one way to the database together, on which each statement alone would wait for its
 * answer. Nobody can read it back within the transaction, and it holds no lock before: a row that others may be working on is
 * written at once instead.
 */
@ApplicationScoped
public class BeforeCommit {

    /** So many statements go together, for the driver to know most of the ways in which they do. */
    private static final int TOGETHER = 20;

    private record Write(String sql, Object[] values) {}

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    BeforeCommit(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Has it written in the caller's transaction.
     *
     * @param sql one statement, with a ? for each value
     * @param values as the driver takes them; may be null
     * @throws IllegalStateException when there is no transaction
     * @throws UnsupportedOperationException when it has begun to commit
     */
    public void write(String sql, Object... values) {
        ofThisTransaction().add(new Write(sql, values));
    }

    private void writeDown(List<Write> writes) {
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < writes.size(); from += TOGETHER) {
                writeTogether(connection, writes.subList(from, Math.min(from + TOGETHER, writes.size())));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("What a transaction tells of itself could not be written down", broken);
        }
    }

    private static void writeTogether(Connection connection, List<Write> writes) throws SQLException {
        String all = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            int place = 0;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    statement.setObject(++place, value);
                }
            }
            statement.execute();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Write> ofThisTransaction() {
        List<Write> known = (List<Write>) transaction.getResource(BeforeCommit.class);
        if (known != null) {
            return known;
        }
        List<Write> writes = new ArrayList<>();
        transaction.putResource(BeforeCommit.class, writes);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Whoever comes later is told so.
                transaction.putResource(BeforeCommit.class, List.of());
                writeDown(writes);
            }

            @Override
            public void afterCompletion(int status) {
                // Whatever became of it stands in the database, or nowhere.
            }
        });
        return writes;
    }
}
