package com.interspace.rfo.report;

import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.TicketState;
import com.interspace.rfo.outage.TimelineRow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * What an RFO says as long as nobody has written anything: a pure function of the events that have arrived, so that it
 * reads the same whenever and wherever it is made. What a person has written stands in place of the record's words.
 */
public final class Draft {

    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final Map<String, String> STATES = Map.of(
            "service-affecting", "down",
            "degradation", "degraded");
    private static final Map<String, String> CHANNELS = Map.of(
            "panel", "Reported in the panel",
            "email", "Reported by e-mail",
            "phone", "Reported by phone",
            "partner", "Reported by the partner's system",
            "proactive", "Detected by the service centre");
    private static final Map<String, String> TARGETS =
            Map.of("met", "met", "breached", "missed", "running", "not yet due", "paused", "not yet due");

    private final Rfo rfo;
    private final Outage outage;
    private final TicketState ticket;
    private final String product;
    private final List<TimelineRow> rows;

    private Draft(Rfo rfo, Outage outage, Service service, List<TimelineRow> rows) {
        this.rfo = rfo;
        this.outage = outage;
        this.ticket = outage.state();
        this.product = service == null ? null : service.product();
        this.rows = rows;
    }

    /**
     * @param service null if the ticket has none or nothing is known of it yet
     * @param rows all rows of the ticket in the order of the timeline
     */
    public static Content of(Rfo rfo, Outage outage, Service service, List<TimelineRow> rows) {
        return new Draft(rfo, outage, service, rows).content();
    }

    private Content content() {
        Edits edits = rfo.edits();
        return new Content(
                identification(),
                written(edits.summary(), summary()),
                written(edits.impact(), impact()),
                timeline(),
                written(edits.rootCause(), new RootCause(null, null, List.of())),
                written(edits.resolution(), new Prose(ticket.resolution())),
                written(edits.detection(), detection()),
                written(edits.measures(), new Measures(null, List.of())),
                written(edits.target(), target()));
    }

    private static <T> T written(T byPerson, T byRecord) {
        return byPerson == null ? byRecord : byPerson;
    }

    private Content.Identification identification() {
        return new Content.Identification(
                rfo.number(),
                outage.ticketId(),
                ticket.account(),
                ticket.serviceId(),
                product,
                ticket.circuitId(),
                rfo.requestedAt(),
                rfo.due(),
                rfo.zone().getId());
    }

    private Prose summary() {
        String end =
                ticket.resolvedAt() == null ? "It is not over." : "It ended at " + inWords(ticket.resolvedAt()) + ".";
        String fault = ticket.summary() == null ? "Outage" : ticket.summary();
        return new Prose("%s. The fault began at %s. %s".formatted(fault, inWords(ticket.began()), end));
    }

    private Impact impact() {
        String state = STATES.getOrDefault(String.valueOf(ticket.impact()), "unaffected");
        return new Impact(
                List.of(Impact.AffectedService.of(ticket.serviceId(), state, ticket.began(), ticket.resolvedAt())),
                null);
    }

    private List<Content.Entry> timeline() {
        ZoneId zone = rfo.zone();
        return rows.stream()
                .map(row -> new Content.Entry(
                        row.at(), row.at().atZone(zone).toOffsetDateTime(), row.text(), row.eventId()))
                .toList();
    }

    private Prose detection() {
        long messages = rows.stream()
                .filter(row -> row.source() == TimelineRow.Source.COMMUNICATION)
                .count();
        String reported =
                "%s at %s.".formatted(CHANNELS.getOrDefault(ticket.channel(), "Reported"), inWords(ticket.createdAt()));
        String told =
                messages == 0 ? "No delivered message is on record." : "Messages delivered about it: " + messages + ".";
        return new Prose(reported + " " + told);
    }

    private Prose target() {
        return new Prose("Response target %s. Repair target %s."
                .formatted(inWords(ticket.responseTarget()), inWords(ticket.repairTarget())));
    }

    private static String inWords(String targetState) {
        return TARGETS.getOrDefault(String.valueOf(targetState), "not agreed");
    }

    private static String inWords(Instant at) {
        return IN_WORDS.format(at);
    }
}
