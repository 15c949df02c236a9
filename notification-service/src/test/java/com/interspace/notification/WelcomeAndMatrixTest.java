package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.matrixIssued;
import static com.interspace.notification.fixture.Happening.serviceActivated;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.chassis.pdf.Sha256;
import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WelcomeAndMatrixTest extends NotificationTest {

    @Test
    void a_customer_is_welcomed_and_told_how_to_report_a_fault() {
        String service = anyServiceId();

        serviceActivated("ACME", service, contact("anna", service, "technical"), contact("petar", service))
                .publish();

        ReceivedMail welcome = onlyMailTo(address("anna", service));
        assertThat(welcome.subject()).isEqualTo("Welcome: your service " + service + " is active");
        assertThat(welcome.from()).isEqualTo("support@interspace.example");
        assertThat(welcome.text())
                .startsWith("Dear Anna,")
                .contains("support@interspace.example", "+359 2 555 0100", "choose Support", service)
                .contains("Mon 2 Mar 2026 08:15 UTC (10:15 Europe/Sofia)");
        assertThat(welcome.html()).contains("support@interspace.example", "Anna");
        assertThat(welcome.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(welcome.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(welcome.header("In-Reply-To")).isEmpty();
        assertThat(onlyMailTo(address("petar", service)).messageId()).isNotEqualTo(welcome.messageId());
    }

    @Test
    void the_matrix_follows_in_the_thread_of_the_welcome_with_its_document() {
        String service = anyServiceId();
        documentAt("/v1/escalation-matrices/" + service + "/document?version=1", DOCUMENT);

        serviceActivated("ACME", service, contact("anna", service, "escalation"))
                .publish();
        matrixIssued("ACME", service, DOCUMENT).publish();

        List<ReceivedMail> thread = mailsTo(address("anna", service), 2);
        ReceivedMail welcome = thread.get(0);
        ReceivedMail matrix = thread.get(1);
        assertThat(thread).hasSize(2);
        assertThat(welcome.messageId()).matches("<service\\." + service + "\\.[0-9a-f]{32}\\.[0-9a-f]{32}@.+>");
        assertThat(matrix.header("In-Reply-To")).isEqualTo(welcome.messageId());
        assertThat(matrix.header("References")).isEqualTo(welcome.messageId());
        assertThat(matrix.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("EM-" + service + "-1.pdf");
            assertThat(file.contentType()).isEqualTo("application/pdf");
            assertThat(file.sha256()).isEqualTo(Sha256.of(DOCUMENT));
        });
        assertThat(matrix.text())
                .contains(Sha256.of(DOCUMENT))
                .contains("http://localhost:8080/v1/escalation-documents/" + Sha256.of(DOCUMENT));
    }

    @Test
    void a_matrix_that_arrives_before_its_service_is_sent_when_the_service_arrives() {
        String service = anyServiceId();
        documentAt("/v1/escalation-matrices/" + service + "/document?version=1", DOCUMENT);

        matrixIssued("ACME", service, DOCUMENT).publish();
        everythingHeardUnder(service);
        assertThat(mailsSoFarTo(address("anna", service))).isEmpty();

        serviceActivated("ACME", service, contact("anna", service)).publish();

        List<ReceivedMail> thread = mailsTo(address("anna", service), 2);
        assertThat(thread).extracting(ReceivedMail::subject).anyMatch(subject -> subject.startsWith("Welcome"));
        assertThat(thread)
                .extracting(ReceivedMail::subject)
                .anyMatch(subject -> subject.startsWith("Escalation matrix"));
    }

    @Test
    void the_matrix_goes_to_the_contacts_for_escalation_and_technique_where_there_are_any() {
        String service = anyServiceId();
        documentAt("/v1/escalation-matrices/" + service + "/document?version=1", DOCUMENT);

        serviceActivated(
                        "ACME", service, contact("anna", service, "technical"), contact("petar", service, "commercial"))
                .publish();
        matrixIssued("ACME", service, DOCUMENT).publish();

        assertThat(mailsTo(address("anna", service), 2)).hasSize(2);
        assertThat(mailsTo(address("petar", service), 1)).hasSize(1);
    }

    @Test
    void no_mail_leaves_without_its_document_and_it_leaves_when_the_document_can_be_had() {
        String service = anyServiceId();
        String path = "/v1/escalation-matrices/" + service + "/document?version=1";
        serviceChanged(1, "ACME", service, contact("anna", service)).publish();

        matrixIssued("ACME", service, DOCUMENT).publish();
        await().atMost(PATIENCE).until(() -> !askedFor(path).isEmpty());
        documentAt(path, "%PDF-1.7 another document".getBytes());
        await().atMost(PATIENCE)
                .until(() ->
                        "queued".equals(theOnlyState(service)) && whyOf(service).contains("hash"));
        assertThat(mailsSoFarTo(address("anna", service))).isEmpty();

        documentAt(path, DOCUMENT);

        assertThat(onlyMailTo(address("anna", service)).attachments()).hasSize(1);
        assertThat(askedFor(path)).allMatch(headers -> headers.matches("Bearer ey\\S+ application/pdf"));
    }

    private static String theOnlyState(String service) {
        return log("agent", "serviceId=" + service).extract().path("items[0].state");
    }

    private static String whyOf(String service) {
        return String.valueOf(log("agent", "serviceId=" + service).extract().<String>path("items[0].why"));
    }
}
