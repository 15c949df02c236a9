package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.ticket;
import static com.interspace.notification.fixture.Partner.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.interspace.local.fixture.LocalParts;
import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A mail server that accepted a message sends it back later (RFC 3464). */
@QuarkusTest
class BounceTest extends NotificationTest {

    private static final String BOUNCES = "bounces@interspace.example";
    private static final String OPERATIONS = "operations@interspace.example";

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();
    private final String contact = "anna-of-" + service;
    private final String anna = address(contact, service);

    private ReceivedMail an_acknowledgement_to_anna() {
        serviceChanged(1, "ACME", service, contact(contact, service)).publish();
        opened("ACME", service, ticket)
                .withTicket("reporter", Map.of("contactId", contact))
                .publish();
        ReceivedMail mail = onlyMailTo(anna);
        await().atMost(PATIENCE).until(() -> statesOf(ticket).equals(List.of("sent")));
        return mail;
    }

    @Test
    void a_bounce_marks_the_contact_undeliverable_and_tells_the_centre() {
        ReceivedMail mail = an_acknowledgement_to_anna();

        comesBack(report(mail.messageId(), anna, "failed", "5.1.1"));

        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("bounced"));
        as("agent")
                .get("/v1/contact-preferences/" + contact)
                .then()
                .statusCode(200)
                .body("deliverable", equalTo(false))
                .body("undeliverableWhy", containsString("mailbox is gone"));
        await().atMost(PATIENCE).until(() -> mailsSoFarTo(OPERATIONS).stream()
                .anyMatch(told -> told.subject().equals("[" + ticket + "] Not told: " + contact + " (email)")
                        && textOf(told).contains("> Came back: 550 5.1.1 mailbox is gone")));
        ticket("resolved", 2, "ACME", service, ticket)
                .withTicket("reporter", Map.of("contactId", contact))
                .publish();
        await().atMost(PATIENCE).until(() -> statesOf(ticket).contains("suppressed"));
        assertThat(mailsSoFarTo(anna)).hasSize(1);

        as("agent")
                .body(Map.of("events", List.of(), "deliverable", true))
                .put("/v1/contact-preferences/" + contact)
                .then()
                .statusCode(200)
                .body("deliverable", equalTo(true));
        ticket("closed", 3, "ACME", service, ticket)
                .withTicket("reporter", Map.of("contactId", contact))
                .publish();
        mailsTo(anna, 2);
    }

    @Test
    void a_delay_a_forged_report_and_a_report_about_somebody_else_change_nothing() {
        ReceivedMail mail = an_acknowledgement_to_anna();

        comesBack(report(mail.messageId(), anna, "delayed", "4.4.1"));
        comesBack(report(
                mail.messageId().replaceAll("\\.[0-9a-f]{32}@", "." + "0".repeat(32) + "@"), anna, "failed", "5.1.1"));
        comesBack(report(mail.messageId(), "boris@globex.example", "failed", "5.1.1"));
        comesBack("Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.\r\n");
        an_acknowledgement_bounces_behind_them();

        assertThat(statesOf(ticket)).containsExactly("sent");
        as("agent").get("/v1/contact-preferences/" + contact).then().body("deliverable", equalTo(true));
    }

    private void an_acknowledgement_bounces_behind_them() {
        BounceTest other = new BounceTest();
        ReceivedMail mail = other.an_acknowledgement_to_anna();
        comesBack(report(mail.messageId(), other.anna, "failed", "5.1.1"));
        await().atMost(PATIENCE).until(() -> statesOf(other.ticket).contains("bounced"));
    }

    private static String report(String messageId, String recipient, String action, String status) {
        return """
                From: MAILER-DAEMON@mail.customer.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I am sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.customer.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 mailbox
                 is gone

                --b
                Content-Type: text/rfc822-headers

                From: support@interspace.example
                Message-ID: %s

                --b--
                """
                .formatted(recipient, action, status, messageId)
                .replace("\n", "\r\n");
    }

    private static void comesBack(String mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(LocalParts.smtpPort()));
        Session session = Session.getInstance(properties);
        try {
            Message message =
                    new MimeMessage(session, new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
            Transport.send(message, new jakarta.mail.Address[] {new jakarta.mail.internet.InternetAddress(BOUNCES)});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
