package com.interspace.rfo.report;

import com.interspace.chassis.outbox.OutgoingEvent;
import java.time.Instant;

/** All events of an RFO. What others may rely on stands in {@code contracts/}. */
public record RfoEvent(Change change, State rfo) {

    private static final String TOPIC = "interspace.rfo.v1";

    public record Change(Instant at, By by) {}

    public record By(String id, String party) {}

    /** {@code supersedes} and {@code supersededBy} are the ids of other editions; null where there is none. */
    public record State(
            String id,
            String number,
            int edition,
            long version,
            String ticketId,
            String account,
            String serviceId,
            String status,
            Instant requestedAt,
            RequestedBy requestedBy,
            Instant due,
            Document document,
            String supersedes,
            String supersededBy) {}

    /** A contact of the service, by id; null = unknown. */
    public record RequestedBy(String contactId) {}

    public record Document(String number, String pdfSha256, String jsonSha256) {

        static Document of(RfoDocuments.Reference reference) {
            return new Document(reference.number(), reference.pdfSha256(), reference.jsonSha256());
        }
    }

    public static OutgoingEvent requested(Rfo rfo, Person by, Instant at) {
        return event("requested", rfo, null, by, at);
    }

    /** Three of the five business days are over. */
    public static OutgoingEvent dueSoon(Rfo rfo, Instant at) {
        return event("due-soon", rfo, null, Person.SYSTEM, at);
    }

    /** The due date has passed and stays. */
    public static OutgoingEvent overdue(Rfo rfo, Instant at) {
        return event("overdue", rfo, null, Person.SYSTEM, at);
    }

    public static OutgoingEvent approved(Rfo rfo, Person by, Instant at) {
        return event("approved", rfo, null, by, at);
    }

    public static OutgoingEvent published(Rfo rfo, RfoDocument document, Person by, Instant at) {
        return event("published", rfo, Document.of(RfoDocuments.Reference.to(document)), by, at);
    }

    /** @param document its own, which stays as it is */
    public static OutgoingEvent superseded(Rfo rfo, RfoDocuments.Reference document, Person by, Instant at) {
        return event("superseded", rfo, Document.of(document), by, at);
    }

    public static OutgoingEvent withdrawn(Rfo rfo, Person by, Instant at) {
        return event("withdrawn", rfo, null, by, at);
    }

    private static OutgoingEvent event(String word, Rfo rfo, Document document, Person by, Instant at) {
        RfoEvent body = new RfoEvent(new Change(at, new By(by.id(), by.party())), stateOf(rfo, document));
        return new OutgoingEvent(TOPIC, rfo.ticketId(), "com.interspace.rfo." + word + ".v1", at, rfo.version(), body);
    }

    private static State stateOf(Rfo rfo, Document document) {
        return new State(
                rfo.id().toString(),
                rfo.number(),
                rfo.edition(),
                rfo.version(),
                rfo.ticketId(),
                rfo.account(),
                rfo.serviceId(),
                rfo.status().toString(),
                rfo.requestedAt(),
                new RequestedBy(rfo.requestedContact()),
                rfo.due(),
                document,
                rfo.supersedes() == null ? null : rfo.supersedes().toString(),
                rfo.supersededBy() == null ? null : rfo.supersededBy().toString());
    }
}
