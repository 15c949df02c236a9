package com.interspace.chassis.plumbing;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutboxRelay;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.local.event.Event;
import com.interspace.local.fixture.LocalParts;
import com.interspace.local.fixture.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A thing of its own for each test, and the ways to move it and to tell of it. */
@QuarkusTestResource(
        value = LocalParts.class,
        initArgs = {
            @ResourceArg(name = "service", value = "chassis"),
            @ResourceArg(name = "topics", value = "chassis.things.v1,chassis.things.v1.chassis.dlq")
        })
abstract class PlumbingTest {

    static final String TOPIC = "chassis.things.v1";
    static final String MOVED = "com.interspace.thing.moved.v1";

    final String thing = UUID.randomUUID().toString();
    final MovableClock clock = MovableClock.shared();

    @Inject
    Things things;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @AfterEach
    void everythingWorksAgain() {
        things.repair();
        things.run("drop trigger if exists break_outbox on outbox");
        things.run("drop trigger if exists break_inbox on inbox");
        clock.reset();
    }

    /** Breaks every insert or update of a table of the plumbing. */
    void breakTable(String table, String operation) {
        things.run("create trigger break_" + table + " before " + operation + " on " + table
                + " for each row execute function break_write('" + table + "')");
        things.sabotage(table);
    }

    /** What a use case does: state and event in one transaction. */
    void move(String state, long sequence) {
        QuarkusTransaction.requiringNew().run(() -> {
            things.moved(thing, state, sequence);
            outbox.append(new OutgoingEvent(
                    TOPIC, thing, MOVED, clock.instant(), sequence, Map.of("id", thing, "state", state)));
        });
    }

    /** Publishes as another service would. */
    String tell(String state, long sequence) {
        String id = UUID.randomUUID().toString();
        tell(id, MOVED, sequence, "{\"id\":\"" + thing + "\",\"state\":\"" + state + "\",\"unknown\":1}");
        return id;
    }

    void tell(String id, String type, long sequence, String body) {
        LocalParts.publish(TOPIC, thing, headers(id, type, sequence), body);
    }

    Map<String, String> headers(String id, String type, long sequence) {
        return Map.of(
                "ce_id",
                id,
                "ce_type",
                type,
                "ce_source",
                "/test",
                "ce_subject",
                thing,
                "ce_time",
                "2026-03-02T08:15:00Z",
                "ce_sequence",
                Long.toString(sequence));
    }

    List<Event> published() {
        return LocalParts.events(TOPIC).stream()
                .filter(event -> thing.equals(event.key()))
                .toList();
    }

    long rows(String table) {
        return Long.parseLong(things.texts("select count(*) from " + table + " where key = ?", thing)
                .get(0));
    }
}
