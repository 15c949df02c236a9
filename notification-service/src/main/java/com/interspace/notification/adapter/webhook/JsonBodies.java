package com.interspace.notification.adapter.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.config.ChassisConfig;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Ticket;
import com.interspace.notification.subscription.EventBodies;
import com.interspace.notification.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The bodies of deliveries: Standard Webhooks for our own words, TMF621 for a hub. What is not known is left out. */
@ApplicationScoped
class JsonBodies implements EventBodies {

    private static final String TICKET_PATH = "/v1/tickets/";
    private static final String TMF_PATH = "/tmf-api/troubleTicket/v4/troubleTicket/";

    record Webhook(String type, Instant timestamp, WebhookTicket data) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookTicket(
            String eventId,
            String ticketId,
            String externalId,
            String account,
            String serviceId,
            String status,
            String priority,
            String href) {}

    record Hub(String eventId, Instant eventTime, String eventType, HubEvent event) {}

    record HubEvent(HubTicket troubleTicket) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HubTicket(
            String id,
            String href,
            String externalId,
            String status,
            Instant statusChangeDate,
            String statusChangeReason,
            String priority,
            String severity) {}

    private final ObjectMapper json;
    private final String publicUrl;

    @Inject
    JsonBodies(ObjectMapper json, ChassisConfig chassis) {
        this(json, chassis.publicUrl());
    }

    JsonBodies(ObjectMapper json, String publicUrl) {
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @Override
    public String about(Notice notice, Ticket ticket, Subscription.Kind kind, String name) {
        return written(kind == Subscription.Kind.WEBHOOK ? webhook(notice, ticket, name) : hub(notice, ticket, name));
    }

    @Override
    public String test(Instant now) {
        return written(new Webhook("webhook.test", now, null));
    }

    private Webhook webhook(Notice notice, Ticket ticket, String name) {
        return new Webhook(
                name,
                notice.happenedAt(),
                new WebhookTicket(
                        notice.eventId(),
                        ticket.ticketId(),
                        ticket.externalId(),
                        ticket.account(),
                        ticket.serviceId(),
                        saidOr(notice, "status", ticket.status()),
                        saidOr(notice, "priority", ticket.priority()),
                        publicUrl + TICKET_PATH + ticket.ticketId()));
    }

    private Hub hub(Notice notice, Ticket ticket, String name) {
        String status = saidOr(notice, "status", ticket.status());
        boolean isStatusNow = status.equals(ticket.status());
        return new Hub(
                notice.eventId(),
                notice.happenedAt(),
                name,
                new HubEvent(new HubTicket(
                        ticket.ticketId(),
                        publicUrl + TMF_PATH + ticket.ticketId(),
                        ticket.externalId(),
                        status,
                        isStatusNow ? ticket.statusChangedAt() : notice.happenedAt(),
                        notice.facts().word("statusReason"),
                        saidOr(notice, "priority", ticket.priority()),
                        saidOr(notice, "severity", notice.facts().word("impact")))));
    }

    /** What the event says counts; an event of another topic says nothing of the ticket. */
    private static String saidOr(Notice notice, String word, String otherwise) {
        String said = notice.facts().word(word);
        return said == null ? otherwise : said;
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A thin event is plain data", e);
        }
    }
}
