package com.interspace.ticketing.adapter.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.ticketing.sla.TicketClocks;
import com.interspace.ticketing.ticket.Recorded;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Ticket news as events on {@code interspace.ticket.v1}. */
@ApplicationScoped
class TicketOutbox implements TicketNews {

    private static final String TOPIC = "interspace.ticket.v1";

    /** What an agent notes when he changes something stands in the history; on Kafka only a public note has a text. */
    private static final String NOTE = "note";

    private final Outbox outbox;
    private final ObjectMapper json;

    @Inject
    TicketOutbox(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void tell(Ticket ticket, Recorded recorded, TicketClocks clocks, Instant now) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                ticket.id(),
                "com.interspace.ticket." + recorded.event().word() + ".v1",
                recorded.at(),
                recorded.sequence(),
                TicketEventBody.of(ticket, recorded, change(recorded), clocks, now)));
    }

    private ObjectNode change(Recorded recorded) {
        ObjectNode change = json.createObjectNode();
        change.putPOJO("at", recorded.at());
        change.putPOJO("by", new By(recorded.by().id(), recorded.by().party()));
        change.setAll(json.<ObjectNode>valueToTree(recorded.event()));
        change.remove(NOTE);
        return change;
    }
}
