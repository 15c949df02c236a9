package com.interspace.chassis.outage;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;

/** Tells a failure that will pass (the database is away, a deadlock) from one that will come again. */
public final class Outage {

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Also beside the causes: a commit that broke off is told of in what the transaction's end has suppressed. */
    public static boolean isBehind(Throwable failure) {
        return isBehind(failure, DEEPEST);
    }

    private static boolean isBehind(Throwable failure, int deep) {
        if (failure == null || deep == 0) {
            return false;
        }
        return failure instanceof SQLException sql && passes(sql)
                || isBehind(failure.getCause(), deep - 1)
                || Stream.of(failure.getSuppressed()).anyMatch(each -> isBehind(each, deep - 1));
    }

    /** SQL states: 08 connection, 40 rolled back (deadlock), 53 out of resources, 55P lock, 57 operator. */
    private static boolean passes(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55P")
                || state.startsWith("57");
    }
}
