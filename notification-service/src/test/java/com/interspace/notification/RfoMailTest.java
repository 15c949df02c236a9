package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.rfo;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RfoMailTest extends NotificationTest {

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();

    @Test
    void a_published_rfo_reaches_the_reporter_once_with_its_document_hash_and_link() {
        documentAt("/v1/rfos/rfo-of-" + ticket + "/document", DOCUMENT);
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();
        opened("ACME", service, ticket).publish();

        rfo("requested", 1, "ACME", service, ticket, null).publish();
        rfo("published", 5, "ACME", service, ticket, DOCUMENT).publish();

        var thread = mailsTo(address("anna", service), 3);
        assertThat(thread).hasSize(3);
        ReceivedMail requested = about(thread, "RFO requested");
        assertThat(requested.text()).contains("by Mon 9 Mar 2026 16:00 UTC (18:00 Europe/Sofia) at the latest");
        ReceivedMail published = about(thread, "RFO RFO-" + ticket);
        assertThat(published.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("RFO-" + ticket + ".pdf");
            assertThat(file.sha256()).isEqualTo(Sha256.of(DOCUMENT));
        });
        assertThat(published.text())
                .contains(
                        "http://localhost:8080/v1/rfo-documents/" + Sha256.of(DOCUMENT),
                        "SHA-256 " + Sha256.of(DOCUMENT));
        assertThat(published.header("In-Reply-To"))
                .isEqualTo(about(thread, "Ticket opened").messageId());
    }

    @Test
    void the_requester_is_told_besides_the_reporter() {
        serviceChanged(1, "ACME", service, contact("anna", service), contact("petar", service))
                .publish();
        opened("ACME", service, ticket)
                .withTicket("reporter", Map.of("contactId", "petar"))
                .publish();

        rfo("requested", 1, "ACME", service, ticket, null).publish();

        assertThat(onlyMailTo(address("anna", service)).subject()).contains("RFO requested");
        assertThat(mailsTo(address("petar", service), 2).get(1).subject()).contains("RFO requested");
    }

    private static ReceivedMail about(List<ReceivedMail> thread, String subject) {
        return thread.stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }
}
