package com.interspace.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final MailServer MAIL = new MailServer(0, 0);
    private static final String BELIEVED = "mail.interspace.example; dmarc=pass header.from=acme.example";

    @AfterAll
    static void close() {
        MAIL.close();
    }

    @Test
    void a_customer_of_the_demo_is_believed_and_a_stranger_is_not() {
        assertThat(received("anna@acme.example", "From: Anna <Anna@ACME.example>")
                        .header("Authentication-Results"))
                .isEqualTo(BELIEVED);
        assertThat(received("eve@evil.example", "From: eve@evil.example").header("Authentication-Results"))
                .isEqualTo("mail.interspace.example; dmarc=none");
        assertThat(received("eve@evil.example", "X-Nobody: yes").header("Authentication-Results"))
                .isEqualTo("mail.interspace.example; dmarc=none");
    }

    @Test
    void results_that_a_mail_brings_along_are_left_as_they_are() {
        String forged = "Authentication-Results: elsewhere.example; dmarc=pass\r\nFrom: anna@acme.example";

        assertThat(received("anna@acme.example", forged).header("Authentication-Results"))
                .isEqualTo("elsewhere.example; dmarc=pass");
    }

    private static ReceivedMail received(String envelopeSender, String headers) {
        byte[] raw = (headers + "\r\nSubject: x\r\n\r\nHello\r\n").getBytes(StandardCharsets.ISO_8859_1);
        new Courier(MAIL.smtpPort()).deliver(envelopeSender, MailServer.SUPPORT, raw);
        return MAIL.received().get(MAIL.received().size() - 1);
    }
}
