package com.interspace.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where the database is asked directly, as its administrator. */
interface SqlAccess {

    Connection database() throws SQLException;

    /** The one number that a query answers. */
    default long count(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
