package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.address;
import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.contact;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.serviceChanged;
import static com.interspace.notification.fixture.Happening.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.interspace.local.part.ReceivedMail;
import com.interspace.notification.fixture.Happening;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A note on the parent is repeated by ticket-service in each child; each customer reads it once, in his own thread. */
@QuarkusTest
class MajorIncidentTest extends NotificationTest {

    private final String parent = anyTicketId();
    private final String annasService = anyServiceId();
    private final String annasTicket = anyTicketId();
    private final String annasSecondTicket = anyTicketId();
    private final String borissService = anyServiceId();
    private final String borissTicket = anyTicketId();
    private final String note = UUID.randomUUID().toString();

    @Test
    void one_update_on_the_parent_reaches_each_affected_customer_once_in_his_own_thread() {
        serviceChanged(1, "ACME", annasService, contact("anna", annasService)).publish();
        serviceChanged(1, "GLOBEX", borissService, contact("anna", borissService))
                .publish();
        ticket("opened", 1, "INTERSPACE", null, parent)
                .withTicket("reporter", null)
                .publish();
        opened("ACME", annasService, annasTicket).publish();
        opened("ACME", annasService, annasSecondTicket).publish();
        opened("GLOBEX", borissService, borissTicket).publish();
        String anna = address("anna", annasService);
        String boris = address("anna", borissService);
        String acknowledged = mailsTo(anna, 2).stream()
                .filter(mail -> mail.subject().contains(annasTicket))
                .findFirst()
                .orElseThrow()
                .messageId();
        mailsTo(boris, 1);

        repeated("INTERSPACE", null, parent, note).publish();
        repeated("ACME", annasService, annasTicket, UUID.randomUUID().toString())
                .publish();
        repeated("ACME", annasService, annasSecondTicket, UUID.randomUUID().toString())
                .publishUnder(annasTicket);
        repeated("GLOBEX", borissService, borissTicket, UUID.randomUUID().toString())
                .publish();

        ReceivedMail toAnna = mailsTo(anna, 3).get(2);
        ReceivedMail toBoris = mailsTo(boris, 2).get(1);
        assertThat(toAnna.subject()).isEqualTo("[" + annasTicket + "] New note: No traffic since 08:10");
        assertThat(toAnna.header("In-Reply-To")).isEqualTo(acknowledged);
        assertThat(textOf(toAnna)).contains("> The fibre is being spliced.").doesNotContain(parent);
        assertThat(toBoris.subject()).contains("[" + borissTicket + "]");
        everythingHeardUnder(parent, annasTicket, borissTicket);
        assertThat(mailsSoFarTo(anna)).hasSize(3);
        assertThat(mailsSoFarTo(boris)).hasSize(2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statesOf(annasSecondTicket))
                .containsExactlyInAnyOrder("sent", "suppressed"));
        List<String> whys = log("agent", "state=suppressed&ticketId=" + annasSecondTicket)
                .extract()
                .path("items.why");
        assertThat(whys).containsExactly("The same note was told in " + toAnna.messageId());
    }

    private Happening repeated(String account, String service, String ticketId, String noteId) {
        return ticket(
                "note-added",
                2,
                account,
                service,
                ticketId,
                "visibility",
                "public",
                "noteId",
                noteId,
                "parentNoteId",
                noteId.equals(note) ? null : note,
                "text",
                "The fibre is being spliced.");
    }
}
