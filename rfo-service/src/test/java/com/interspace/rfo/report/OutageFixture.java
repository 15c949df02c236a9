package com.interspace.rfo.report;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.TicketState;
import com.interspace.rfo.outage.TimelineRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Outages, persons and reports that tests start from. */
final class OutageFixture {

    static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final BusinessCalendar SOFIA = BusinessCalendar.standard(ZoneId.of("Europe/Sofia"), "BG");
    static final Person ANNA = new Person("anna@acme.example", "Anna Petrova", "customer");
    static final Person ALICE = new Person("agent", "Alice Agent", "centre");
    static final Person ARTHUR = new Person("agent2", "Arthur Agent", "centre");

    private OutageFixture() {}

    static Outage anOutageThatIsOver() {
        return anOutage("resolved", "critical", 1);
    }

    static Outage anOutage(String status, String highestPriority, int cycle) {
        TicketState ticket = new TicketState(
                "ACME",
                "IS-DIA-0001",
                status,
                highestPriority,
                "degradation",
                "Half of the traffic is lost",
                "panel",
                null,
                "anna",
                Instant.parse("2026-03-02T08:10:00Z"),
                Instant.parse("2026-03-02T08:15:00Z"),
                Instant.parse("2026-03-02T10:00:00Z"),
                "A card was replaced.",
                "breached",
                "met",
                cycle);
        return new Outage("IS-1000042-2", ticket, 5, Instant.parse("2026-03-02T10:00:00Z"));
    }

    static Rfo aRequest() {
        return requestedAt(MONDAY_NOON);
    }

    static Rfo requestedAt(Instant at) {
        return Rfo.requested("RFO-2026-000001", anOutageThatIsOver(), SOFIA, ANNA, "anna", at);
    }

    /** Written by Alice, in review. */
    static Rfo aReportInReview() {
        Rfo rfo = aRequest();
        writeTheRest(rfo, ALICE);
        submit(rfo, ALICE);
        return rfo;
    }

    static void writeTheRest(Rfo rfo, Person by) {
        rfo.write(SectionName.ROOT_CAUSE, new RootCause("hardware", "A card failed.", List.of()), by, MONDAY_NOON);
        rfo.write(SectionName.MEASURES, new Measures("A spare card is on site.", List.of()), by, MONDAY_NOON);
    }

    static void submit(Rfo rfo, Person by) {
        rfo.submit(draftOf(rfo, rows()), 1, null, by, MONDAY_NOON);
    }

    static Content draftOf(Rfo rfo, List<TimelineRow> rows) {
        return Draft.of(rfo, anOutageThatIsOver(), null, rows);
    }

    static List<TimelineRow> rows() {
        return List.of(
                row("e1", "2026-03-02T08:15:00Z", "Ticket opened by the customer"),
                row("e2", "2026-03-02T10:00:00Z", "Resolved: A card was replaced."));
    }

    static TimelineRow row(String eventId, String at, String text) {
        return new TimelineRow(eventId, "IS-1000042-2", Instant.parse(at), 1, TimelineRow.Source.TICKET, text);
    }
}
