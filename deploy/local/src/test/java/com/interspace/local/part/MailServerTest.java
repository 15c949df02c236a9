package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private static final MailServer MAIL = new MailServer(0, 0);
    private static final Thread.UncaughtExceptionHandler BEFORE = Thread.getDefaultUncaughtExceptionHandler();

    @AfterAll
    static void close() {
        MAIL.close();
    }

    @AfterEach
    void others_are_told_of_broken_threads_again() {
        Thread.setDefaultUncaughtExceptionHandler(BEFORE);
    }

    @Test
    void who_is_gone_in_the_middle_of_a_mail_has_sent_nothing_and_is_nobody_elses_failure() throws IOException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.add(failure));

        int port = sendHalfAMail();

        await().dontCatchUncaughtExceptions().until(() -> !isInConversationWith(port));
        assertThat(failures).isEmpty();
        assertThat(MAIL.received()).isEmpty();
    }

    /** @return the port of the sender, who is gone */
    private static int sendHalfAMail() throws IOException {
        try (Socket sender = new Socket("127.0.0.1", MAIL.smtpPort())) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.US_ASCII));
            for (String line : List.of("HELO x", "MAIL FROM:<a@acme.example>", "RCPT TO:<b@acme.example>", "DATA")) {
                answers.readLine();
                say(sender, line);
            }
            assertThat(answers.readLine()).startsWith("354");
            assertThat(isInConversationWith(sender.getLocalPort())).isTrue();
            say(sender, "Subject: half");
            return sender.getLocalPort();
        }
    }

    private static void say(Socket sender, String line) throws IOException {
        sender.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** GreenMail names its threads by both ends. */
    private static boolean isInConversationWith(int port) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().endsWith(":" + port));
    }
}
