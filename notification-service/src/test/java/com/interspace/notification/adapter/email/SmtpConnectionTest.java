package com.interspace.notification.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.local.fixture.LocalParts;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmtpConnectionTest extends NotificationTest {

    @Test
    void after_fifty_mails_a_connection_makes_place_for_another() throws Exception {
        SmtpConnection connection = to(LocalParts.smtpPort());
        for (int mail = 1; mail < 50; mail++) {
            connection.carry(mail());
            assertThat(connection.mayCarryAnother()).isTrue();
        }

        connection.carry(mail());

        assertThat(connection.mayCarryAnother()).isFalse();
        connection.close();
    }

    @Test
    void whoever_waits_for_a_server_that_hangs_can_be_called_back() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<MessagingException> waiting = new FutureTask<>(failureOf(to(hanging.getLocalPort())));
            Thread thread = new Thread(waiting);
            thread.start();
            try (Socket silent = hanging.accept()) {
                thread.interrupt();

                assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
            }
        }
    }

    private static Callable<MessagingException> failureOf(SmtpConnection connection) {
        return () -> {
            try {
                connection.carry(mail());
                return null;
            } catch (MessagingException failure) {
                return failure;
            }
        };
    }

    private static SmtpConnection to(int port) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        settings.setProperty("mail.smtp.usesocketchannels", "true");
        return new SmtpConnection(Session.getInstance(settings));
    }

    private static MimeMessage mail() throws MessagingException {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(new InternetAddress("noc@interspace.example"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("fifty@acme.example"));
        mail.setSubject("Ticket");
        mail.setText("Your ticket is open.");
        mail.saveChanges();
        return mail;
    }
}
