package com.interspace.notification.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.local.fixture.LocalParts;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmtpConnectionTest extends NotificationTest {

    @Inject
    Vertx vertx;

    @Test
    void after_fifty_mails_a_connection_makes_place_for_another() throws Exception {
        try (SmtpConnection connection = to(LocalParts.smtpPort())) {
            for (int mail = 1; mail < 50; mail++) {
                connection.carry(mail(), PATIENCE);
                assertThat(connection.mayCarryAnother()).isTrue();
            }

            connection.carry(mail(), PATIENCE);

            assertThat(connection.mayCarryAnother()).isFalse();
        }
    }

    @Test
    void a_connection_that_failed_carries_nothing_more() {
        try (SmtpConnection connection = to(1)) {
            assertThatThrownBy(() -> connection.carry(mail(), PATIENCE)).isInstanceOf(ExecutionException.class);

            assertThat(connection.mayCarryAnother()).isFalse();
        }
    }

    private SmtpConnection to(int port) {
        return new SmtpConnection(
                vertx, new MailConfig().setHostname("127.0.0.1").setPort(port));
    }

    private static MailMessage mail() {
        return new MailMessage("noc@interspace.example", "fifty@acme.example", "Ticket", "Your ticket is open.");
    }
}
