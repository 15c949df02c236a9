package com.interspace.notification.usecase;

import com.interspace.chassis.refusal.NotFound;
import com.interspace.notification.audience.Actor;
import com.interspace.notification.audience.Audience;
import com.interspace.notification.audience.Contact;
import com.interspace.notification.audience.Document;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import com.interspace.notification.audience.Person;
import com.interspace.notification.audience.Recipient;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import com.interspace.notification.message.LetterWriter;
import com.interspace.notification.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Shows what people read about an event, with an example of everything that it can say. */
@ApplicationScoped
public class PreviewLetter {

    private static final Instant AT = Instant.parse("2026-03-02T08:15:00Z");
    private static final String ACCOUNT = "ACME";
    private static final String SERVICE = "IS-DIA-0001";
    private static final String TICKET = "IS-1000042-2";

    private final LetterWriter letters;

    @Inject
    PreviewLetter(LetterWriter letters) {
        this.letters = letters;
    }

    /** @throws NotFound when nobody of this side is told of it by mail */
    public Message of(String event, Party party) {
        return Occasion.named(event)
                .flatMap(occasion -> occasion.told().stream()
                        .filter(audience -> audience.party() == party)
                        .filter(audience -> audience != Audience.CHAT && party != Party.PARTNER)
                        .findFirst()
                        .map(audience -> example(occasion, audience)))
                .orElseThrow(() -> new NotFound("mail to the " + party + " about", event));
    }

    private Message example(Occasion occasion, Audience audience) {
        boolean aboutTicket = !occasion.event().startsWith("service.") && occasion != Occasion.MATRIX_ISSUED;
        Notice notice = new Notice(
                "example", occasion, AT, SERVICE, aboutTicket ? TICKET : null, ACCOUNT, Actor.SYSTEM, facts(occasion));
        Recipient to = new Recipient("anna", "Anna Petrova", "anna@acme.example", audience, Medium.EMAIL);
        return letters.write(notice, to, service(), aboutTicket ? ticket() : null, AT);
    }

    private static Facts facts(Occasion occasion) {
        return Facts.facts()
                .word("from", "acknowledged")
                .word("to", "inProgress")
                .word("reason", "The reason, in the words of whoever gave it.")
                .word("text", "The words of the note.\nIts second line.")
                .word("byParty", "centre")
                .word("status", "inProgress")
                .word("priority", "critical")
                .word("impact", "service-affecting")
                .word("summary", "No traffic since 08:10")
                .word("resolution", "A broken fibre was spliced.")
                .word("highestPriority", "critical")
                .word("responseDue", "2026-03-02T08:30:00Z")
                .word("updateDue", "2026-03-02T09:15:00Z")
                .word("repairDue", "2026-03-02T12:15:00Z")
                .word("questions", "Since when is the service disturbed?\nWhich circuit is it?")
                .word("language", "bg")
                .word("clock", "repair")
                .word("due", "2026-03-02T12:15:00Z")
                .word("until", "2026-03-03T07:00:00Z")
                .word("mergedInto", "IS-1000041-3")
                .word("level", 2)
                .word("title", "Duty manager")
                .word("cause", "age")
                .word("skipped", "1")
                .word("nextLevel", 3)
                .word("nextDueAt", "2026-03-02T10:15:00Z")
                .word("rfoNumber", "RFO-2026-000001")
                .word("rfoDue", "2026-03-09T16:00:00Z")
                .word("effectiveFrom", "2026-03-01T09:00:00Z")
                .word("subjectId", "PRB-42")
                .word("about", "Repeated loss of signal on one node")
                .word("owner", "Arthur Agent")
                .word("lost", "[" + TICKET + "] Ticket opened: No traffic since 08:10")
                .word("recipient", "anna")
                .word("address", "anna@acme.example")
                .word("channel", "email")
                .word("failure", "The mail server answered 550: no such user here")
                .persons(List.of(new Person("Maria Manager", "duty-manager@interspace.example")))
                .document(document(occasion))
                .build();
    }

    private static Document document(Occasion occasion) {
        return switch (occasion) {
            case MATRIX_ISSUED ->
                new Document(Document.Kind.ESCALATION_MATRIX, SERVICE, 1, "EM-2026-000001", "0".repeat(64));
            case RFO_PUBLISHED -> new Document(Document.Kind.RFO, "example", 1, "RFO-2026-000001", "0".repeat(64));
            default -> null;
        };
    }

    private static Service service() {
        return new Service(
                SERVICE,
                1,
                ACCOUNT,
                "dedicated-internet-access",
                ZoneId.of("Europe/Sofia"),
                true,
                AT,
                new Service.Support("support@interspace.example", List.of("+359 2 555 0100")),
                List.of(new Contact("anna", "Anna Petrova", "anna@acme.example", null, List.of("technical"))));
    }

    private static Ticket ticket() {
        return new Ticket(
                TICKET, 1, ACCOUNT, SERVICE, "anna", "No traffic since 08:10", "critical", "inProgress", null, AT);
    }
}
