package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Actor;
import com.interspace.notification.audience.Document;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;

/** What this service reads of the events about escalation matrices. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MatrixEvent(Matrix matrix) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Matrix(String serviceId, String account, int version, String effectiveFrom, IssuedDocument document) {}

    Notice notice(Envelope envelope) {
        return new Notice(
                envelope.id(),
                Occasion.MATRIX_ISSUED,
                envelope.time(),
                matrix.serviceId(),
                null,
                matrix.account(),
                Actor.SYSTEM,
                Facts.facts()
                        .word("effectiveFrom", matrix.effectiveFrom())
                        .document(new Document(
                                Document.Kind.ESCALATION_MATRIX,
                                matrix.serviceId(),
                                matrix.version(),
                                matrix.document().number(),
                                matrix.document().pdfSha256()))
                        .build());
    }
}
