package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Document;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import java.util.Objects;

/** What this service reads of the events about RFO reports. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RfoEvent(Change change, Rfo rfo) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(By by) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rfo(
            String id,
            String number,
            int version,
            String ticketId,
            String account,
            String serviceId,
            RequestedBy requestedBy,
            String due,
            IssuedDocument document) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RequestedBy(String contactId) {}

    Notice notice(Envelope envelope, Occasion occasion) {
        return new Notice(
                envelope.id(),
                occasion,
                envelope.time(),
                rfo.serviceId(),
                rfo.ticketId(),
                rfo.account(),
                By.actor(change.by()),
                Facts.facts()
                        .word("rfoNumber", rfo.number())
                        .word("rfoDue", rfo.due())
                        .word(
                                "requestedBy",
                                rfo.requestedBy() == null
                                        ? null
                                        : rfo.requestedBy().contactId())
                        .document(occasion == Occasion.RFO_PUBLISHED ? document() : null)
                        .build());
    }

    private Document document() {
        IssuedDocument issued = Objects.requireNonNull(rfo.document(), "A published RFO has a document");
        return new Document(Document.Kind.RFO, rfo.id(), rfo.version(), issued.number(), issued.pdfSha256());
    }
}
