package com.interspace.escalation.adapter.kafka;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.escalation.document.DocumentAnnouncements;
import com.interspace.escalation.document.IssuedDocument;
import com.interspace.escalation.document.Kind;
import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Matrix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes events about matrices and their documents. */
@ApplicationScoped
class DocumentPublisher implements DocumentAnnouncements {

    private static final String ISSUED = "com.interspace.escalation.matrix-issued.v1";
    private static final String RECEIPT_CONFIRMED = "com.interspace.escalation.receipt-confirmed.v1";

    private final Outbox outbox;

    @Inject
    DocumentPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    record Issue(Instant at, String number, String reason) {}

    record Receipt(Instant at, String number, Actor by) {}

    record Actor(String id, String party) {}

    record State(
            String serviceId,
            String account,
            int version,
            Instant effectiveFrom,
            List<Level> levels,
            Document document) {}

    record Document(String number, String pdfSha256, String jsonSha256) {}

    record Body(Object change, State matrix) {}

    @Override
    public void issued(Matrix matrix, IssuedDocument document, long sequence) {
        String reason = matrix.version() == 1 ? "activation" : "new-version";
        Issue change = new Issue(document.issuedAt(), document.number(), reason);
        append(ISSUED, matrix, document, change, document.issuedAt(), sequence);
    }

    @Override
    public void receiptConfirmed(
            Matrix matrix, IssuedDocument document, String by, String party, Instant at, long sequence) {
        Receipt change = new Receipt(at, document.number(), new Actor(by, party));
        append(RECEIPT_CONFIRMED, matrix, document, change, at, sequence);
    }

    private void append(String type, Matrix matrix, IssuedDocument document, Object change, Instant at, long sequence) {
        Body body = new Body(change, state(matrix, document));
        outbox.append(new OutgoingEvent(Topic.NAME, matrix.serviceId(), type, at, sequence, body));
    }

    private static State state(Matrix matrix, IssuedDocument document) {
        return new State(
                matrix.serviceId(),
                matrix.account(),
                matrix.version(),
                matrix.effectiveFrom(),
                matrix.ladder().levels(),
                new Document(document.number(), document.sha256(Kind.PDF), document.sha256(Kind.JSON)));
    }
}
