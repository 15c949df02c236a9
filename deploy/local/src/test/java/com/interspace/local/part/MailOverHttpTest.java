package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailOverHttpTest {

    private static final String ANNA = "anna@acme.example";
    private static final String BORIS = "boris@globex.example";
    private static final String SHA256_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final MailServer MAIL = new MailServer(0, 0);
    private static final Doors DOORS = new Doors();

    private static Caller anyone;

    @BeforeAll
    static void threeMails() throws Exception {
        anyone = Caller.anyone("http://127.0.0.1:" + DOORS.open(0, new MailOverHttp(MAIL)));
        send("[IS-1000042-2] first", ANNA);
        send("[IS-1000043-1] second", ANNA);
        send("[IS-1000042-2] third", BORIS);
    }

    @AfterAll
    static void close() {
        DOORS.close();
        MAIL.close();
    }

    @Test
    void a_mail_shows_its_thread_and_the_hash_of_its_attachment() {
        JsonNode mail = messages("?to=" + ANNA).get(0);

        assertThat(mail.path("from").asText()).isEqualTo(MailServer.SUPPORT);
        assertThat(mail.path("to").asText()).isEqualTo(ANNA);
        assertThat(mail.path("subject").asText()).isEqualTo("[IS-1000042-2] first");
        assertThat(mail.path("messageId").asText()).startsWith("<").endsWith(">");
        assertThat(mail.path("headers").path("In-Reply-To").asText()).isEqualTo("<opening@interspace.example>");
        assertThat(mail.path("text").asText().trim()).isEqualTo("Good morning");
        assertThat(mail.path("html").asText().trim()).isEqualTo("<p>Good morning</p>");
        assertThat(mail.path("attachments")).singleElement().satisfies(file -> {
            assertThat(file.path("name").asText()).isEqualTo("report.txt");
            assertThat(file.path("sha256").asText()).isEqualTo(SHA256_OF_HELLO);
        });
    }

    @Test
    void mailbox_and_ticket_narrow_the_list_down() {
        assertThat(subjects(""))
                .containsExactly("[IS-1000042-2] first", "[IS-1000043-1] second", "[IS-1000042-2] third");
        assertThat(subjects("?to=BORIS@globex.example")).containsExactly("[IS-1000042-2] third");
        assertThat(subjects("?ticketId=IS-1000042-2")).containsExactly("[IS-1000042-2] first", "[IS-1000042-2] third");
        assertThat(subjects("?to=" + ANNA + "&ticketId=IS-1000042-2")).containsExactly("[IS-1000042-2] first");
        assertThat(subjects("?to=nobody@acme.example")).isEmpty();
    }

    @Test
    void only_messages_are_read_here() {
        assertThat(anyone.get("/").status()).isEqualTo(404);
        assertThat(anyone.post("/messages", List.of()).status()).isEqualTo(405);
    }

    private static List<String> subjects(String query) {
        return messages(query).findValuesAsText("subject");
    }

    private static JsonNode messages(String query) {
        return anyone.get("/messages" + query).json().path("items");
    }

    private static void send(String subject, String to) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(MAIL.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress(MailServer.SUPPORT, "Customer Service Centre"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, "Whoever"));
        message.setSubject(subject);
        message.setHeader("In-Reply-To", "<opening@interspace.example>");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(
                new MimeMultipart("alternative", text("plain", "Good morning"), text("html", "<p>Good morning</p>")));
        MimeBodyPart file = text("plain", "hello");
        file.setFileName("report.txt");
        message.setContent(new MimeMultipart(both, file));
        Transport.send(message);
    }

    private static MimeBodyPart text(String kind, String text) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "utf-8", kind);
        return part;
    }
}
