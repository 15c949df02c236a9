package com.interspace.chassis.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest extends PlumbingTest {

    @Inject
    DataSource database;

    @Test
    void a_migration_waits_for_a_lock_for_a_few_seconds_only_and_nothing_else_is_in_such_a_hurry() throws SQLException {
        assertThat(answerTo("select said from lock_patience")).isEqualTo("5s");
        assertThat(answerTo("show lock_timeout")).isEqualTo("0");
    }

    private String answerTo(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
