package com.interspace.rfo;

import static com.interspace.rfo.fixture.Desk.ANNA;
import static com.interspace.rfo.fixture.Desk.published;
import static com.interspace.rfo.fixture.Desk.read;
import static com.interspace.rfo.fixture.Desk.request;
import static com.interspace.rfo.fixture.Desk.requested;
import static com.interspace.rfo.fixture.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.fixture.News;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.fixture.TicketStory;
import com.interspace.rfo.fixture.ToldEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How what others tell is taken in: late, twice, out of order, before its time, or not at all. */
@QuarkusTest
class EventsTest {

    @BeforeEach
    void it_is_monday_noon_and_the_service_is_known() {
        MovableClock.shared().set(Instant.parse("2026-03-02T12:00:00Z"));
        Tables.await(News.ofService("IS-DIA-0001").publish());
    }

    @Test
    void a_late_event_changes_no_state_and_still_makes_its_row() {
        // given events with the sequences 1 opened, 2 worked on, 3 answered, 4 resolved
        TicketStory ticket = TicketStory.aResolvedTicket();
        List<ToldEvent> told = ticket.told();

        // when 3 comes after 4
        Tables.await(told.get(0).publish(), told.get(1).publish());
        Tables.await(told.get(3).publish());
        Tables.await(told.get(2).publish());

        // then the state is that of 4, and all four are in the timeline, in the order in which they happened
        assertThat(stateOf(ticket)).isEqualTo("resolved 4");
        read("agent", requested(ticket))
                .then()
                .body(
                        "timeline.eventId",
                        contains(told.stream().map(ToldEvent::id).toArray()));
    }

    @Test
    void an_escalation_may_be_heard_of_before_its_ticket() {
        TicketStory ticket = TicketStory.aResolvedTicket();
        ToldEvent skipped = News.ofLevelSkipped(ticket.id());
        ToldEvent reached = News.ofLevelReached(ticket.id());
        Tables.await(skipped.publish(), reached.publish());
        request(ANNA, ticket.id()).then().statusCode(404);

        Tables.await(ticket.published().told());

        read("agent", requested(ticket))
                .then()
                .body("timeline", hasSize(6))
                .body("timeline.eventId", hasItem(reached.id()))
                .body("timeline.eventId", hasItem(skipped.id()))
                .body("timeline.text", hasItem("Escalation passed over level 1"));
    }

    @Test
    void an_internal_note_reaches_no_timeline() {
        TicketStory ticket =
                TicketStory.aCriticalTicket().notedInternally().resolved().published();
        Tables.await(ticket.told());

        read("agent", requested(ticket))
                .then()
                .body("timeline", hasSize(2))
                .body("timeline.eventId", not(hasItem(ticket.told().get(1).id())));
    }

    @Test
    void what_a_person_wrote_survives_a_late_event() {
        TicketStory ticket = known(TicketStory.aResolvedTicket());
        String id = requested(ticket);
        write("agent", id, "summary", Map.of("text", "In my words.")).then().statusCode(200);

        ToldEvent late = News.ofLevelReached(ticket.id()).publish();
        Tables.await(late);

        read("agent", id)
                .then()
                .body("sections.summary.text", equalTo("In my words."))
                .body("timeline.eventId", hasItem(late.id()));
    }

    @Test
    void a_replay_of_everything_from_the_start_changes_nothing() throws SQLException {
        // given tickets with all kinds of events, one RFO published, one in draft
        List<ToldEvent> all = new ArrayList<>();
        all.add(News.ofService("IS-DIA-0001").publish());
        TicketStory done = known(TicketStory.aResolvedTicket());
        TicketStory open = known(TicketStory.aResolvedTicket().reopened().resolved());
        all.addAll(done.told());
        all.addAll(open.told());
        all.add(News.ofLevelReached(done.id()).publish());
        all.add(News.ofMailAbout(open.id(), "com.interspace.ticket.opened.v1").publish());
        Tables.await(all);
        published(done);
        String draft = requested(open);
        String before = Tables.everything();
        String content = read("agent", draft).asString();

        // when every event comes again, with the inbox and then, as after years, without it
        all.forEach(ToldEvent::publish);
        Tables.change("delete from inbox");
        all.forEach(ToldEvent::publish);
        Tables.await(all);

        // then nothing has changed
        assertThat(Tables.everything()).isEqualTo(before);
        assertThat(read("agent", draft).asString()).isEqualTo(content);
    }

    @Test
    void a_newer_version_of_a_service_replaces_its_contacts() {
        String service = "IS-DIA-0555";
        Tables.await(News.ofService(service).publish());
        ToldEvent changed = ToldEvent.of(
                "interspace.service.v1",
                service,
                "com.interspace.service.changed.v1",
                "2026-03-02T09:00:00Z",
                1_000_000,
                """
                {"change":{"at":"2026-03-02T09:00:00Z"},"service":{"serviceId":"IS-DIA-0555","account":"ACME",
                 "product":"ip-transit","zone":"Europe/Sofia","holidayCountry":"BG",
                 "contacts":[{"contactId":"ivan","email":"ivan@acme.example"}]}}""");
        Tables.await(changed.publish());

        assertThat(Tables.text(
                        "select string_agg(contact_id, ',') from service_contact where service_id = '" + service + "'"))
                .isEqualTo("ivan");
    }

    @Test
    void an_event_of_an_unknown_type_is_skipped() {
        ToldEvent unknown = ToldEvent.of(
                        "interspace.ticket.v1",
                        "IS-0000001-1",
                        "com.interspace.ticket.sung-to.v1",
                        "2026-03-02T09:00:00Z",
                        1,
                        "{\"anything\":true}")
                .publish();

        Tables.await(knownAfter("IS-0000001-1"));

        assertThat(Tables.count("inbox where event_id = '" + unknown.id() + "'"))
                .isZero();
        assertThat(parked("interspace.ticket.v1.rfo.dlq")).doesNotContain(unknown.id());
    }

    @Test
    void a_poison_event_is_parked_and_holds_up_nobody() {
        ToldEvent noTicket = ToldEvent.of(
                        "interspace.ticket.v1",
                        "IS-0000002-2",
                        "com.interspace.ticket.opened.v1",
                        "2026-03-02T09:00:00Z",
                        1,
                        "{\"change\":{\"at\":\"2026-03-02T09:00:00Z\"}}")
                .publish();
        ToldEvent noZone =
                News.ofService("IS-DIA-0666", "Europe/Atlantis", "BG").publish();

        Tables.await(knownAfter("IS-0000002-2"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(parked("interspace.ticket.v1.rfo.dlq")).contains(noTicket.id());
            assertThat(parked("interspace.service.v1.rfo.dlq")).contains(noZone.id());
        });
        assertThat(Tables.count("service where service_id = 'IS-DIA-0666'")).isZero();
    }

    /** A good event of the same key, hence of the same partition, published after what went before. */
    private static ToldEvent knownAfter(String key) {
        ToldEvent opened = TicketStory.aCriticalTicket().last();
        return new ToldEvent(opened.topic(), key, opened.id(), opened.type(), opened.time(), 2, opened.body())
                .publish();
    }

    private static String stateOf(TicketStory ticket) {
        return Tables.text("select status || ' ' || sequence from outage where ticket_id = '" + ticket.id() + "'");
    }

    private static List<String> parked(String topic) {
        return LocalParts.events(topic).stream().map(Event::id).toList();
    }

    private static TicketStory known(TicketStory ticket) {
        Tables.await(ticket.published().told());
        return ticket;
    }
}
