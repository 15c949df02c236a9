package com.interspace.chassis.plumbing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.interspace.chassis.deadletter.DeadLetterBox;
import com.interspace.chassis.inbox.EventConsumer;
import com.interspace.chassis.inbox.EventReception;
import com.interspace.local.fixture.LocalParts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest extends PlumbingTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    @All
    List<EventConsumer> consumers;

    @Inject
    ThingEvents consumer;

    @Inject
    EventReception reception;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void an_event_counts_once_by_its_id() {
        String id = UUID.randomUUID().toString();
        String body = "{\"id\":\"" + thing + "\",\"state\":\"lifted\"}";
        tell(id, MOVED, 1, body);
        tell(id, MOVED, 1, body);
        tell("last", 2);
        await().until(() -> "last".equals(things.state(thing)));
        assertThat(things.effects(thing)).containsExactly("last", "lifted");
    }

    @Test
    void what_is_known_of_a_batch_costs_no_transaction_and_what_is_new_in_it_is_applied() {
        // given: two events that were applied, and no way to write into the inbox
        String one = tell("one", 1);
        String two = tell("two", 2);
        await().until(() -> things.effects(thing).size() == 2);
        double repeated = received("repeated", MOVED);
        breakTable("inbox", "insert");

        // when they come again, as in a replay
        consumer.receive(batch(one, two));

        // then
        assertThat(received("repeated", MOVED)).isEqualTo(repeated + 2);
        assertThat(parkedOfThing()).isZero();

        // and with a new one among them
        things.repair();
        consumer.receive(batch(one, UUID.randomUUID().toString(), two));
        assertThat(things.effects(thing)).hasSize(3);
    }

    @Test
    void five_seven_then_six_gives_state_seven_and_three_effects() {
        tell("five", 5);
        tell("seven", 7);
        tell("six", 6);
        await().until(() -> things.effects(thing).size() == 3);
        assertThat(things.state(thing)).isEqualTo("seven");
        assertThat(things.effects(thing)).containsExactly("five", "seven", "six");
    }

    @Test
    void an_unknown_type_is_skipped_and_counted() {
        double before = received("skipped", "unknown");
        tell(UUID.randomUUID().toString(), "com.interspace.thing.sang.v1", 1, "{}");
        tell("after", 2);
        await().until(() -> "after".equals(things.state(thing)));
        assertThat(received("skipped", "unknown")).isEqualTo(before + 1);
    }

    @Test
    void when_the_inbox_cannot_be_written_no_effect_remains_and_the_event_is_parked_and_replayable() {
        breakTable("inbox", "insert");
        tell("lifted", 1);
        await().until(() -> parkedOfThing() == 1);
        assertThat(things.effects(thing)).isEmpty();
        assertThat(things.state(thing)).isNull();
        assertThat(parkedReason()).contains("inbox");

        things.repair();
        replay().body("replayed", greaterThanOrEqualTo(1));
        assertThat(things.effects(thing)).containsExactly("lifted");
        assertThat(parkedOfThing()).isZero();
    }

    @Test
    void when_an_effect_fails_the_inbox_forgets_the_event_too() {
        things.sabotage("effect");
        String id = tell("lifted", 1);
        await().until(() -> parkedOfThing() == 1);
        assertThat(things.texts("select event_id from inbox where event_id = ?", id))
                .isEmpty();
        assertThat(things.state(thing)).isNull();
        things.repair();
        replay();
        assertThat(things.effects(thing)).containsExactly("lifted");
    }

    @Test
    void what_failed_at_the_commit_is_parked_with_what_the_database_said() {
        things.sabotage("commit");
        tell("lifted", 1);
        await().until(() -> parkedOfThing() == 1);
        assertThat(parkedReason()).contains("sabotaged: commit");
        things.repair();
        replay();
        assertThat(things.effects(thing)).containsExactly("lifted");
    }

    @Test
    void what_a_replay_cannot_try_in_time_stays_parked_and_is_counted() {
        tell(UUID.randomUUID().toString(), MOVED, 1, "this is not JSON");
        await().until(() -> parkedOfThing() == 1);

        DeadLetterBox.Replay hurried = new DeadLetterBox(consumers, reception, broker, Duration.ZERO).replay();

        assertThat(hurried.replayed()).isZero();
        assertThat(hurried.left()).isPositive();
        assertThat(parkedOfThing()).isEqualTo(1);
        replay().body("left", equalTo(0));
    }

    @Test
    void poison_holds_nobody_up_and_is_parked_with_its_count() {
        tell(UUID.randomUUID().toString(), MOVED, 1, "this is not JSON");
        LocalParts.publish(TOPIC, thing, Map.of(), "no envelope at all");
        tell("after", 2);
        await().until(() -> "after".equals(things.state(thing)));
        await().until(() -> parkedOfThing() == 2);

        replay().body("parkedAgain", greaterThanOrEqualTo(2));
        deadLetters()
                .body("items.findAll { it.key == '" + thing + "' }.size()", equalTo(2))
                .body("items.find { it.key == '" + thing + "' }.count", equalTo(2));
    }

    @Test
    void a_parked_event_that_comes_late_changes_no_newer_state() {
        things.sabotage("effect");
        tell("six", 6);
        await().until(() -> parkedOfThing() == 1);
        things.repair();
        tell("seven", 7);
        await().until(() -> "seven".equals(things.state(thing)));
        replay();
        assertThat(things.state(thing)).isEqualTo("seven");
        assertThat(things.effects(thing)).containsExactly("seven", "six");
    }

    @Test
    void parked_messages_are_for_operations_only() {
        given().get("/v1/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(LocalParts.tokenOf("agent"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(LocalParts.tokenOf("manager"))
                .post("/v1/dead-letters/replay")
                .then()
                .statusCode(403);
    }

    @Test
    void what_is_logged_about_an_event_names_its_subject() {
        List<String> subjects = new CopyOnWriteArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                subjects.add(String.valueOf(ExtLogRecord.wrap(line).getMdc("subject")));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("com.interspace.chassis.inbox.EventReception");
        log.addHandler(ear);
        things.sabotage("effect");
        tell("lifted", 1);
        await().until(() -> parkedOfThing() == 1);
        log.removeHandler(ear);
        assertThat(subjects).isNotEmpty().containsOnly(thing);
    }

    @Test
    void attributes_that_nobody_can_read_stop_no_consumer() {
        Map.of("ce_source", "%s%n%x", "ce_time", "yesterday", "ce_sequence", "many")
                .forEach((attribute, nonsense) -> {
                    Map<String, String> headers = new HashMap<>(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_type", "com.interspace.thing.sang.v1",
                            "ce_source", "/test",
                            "ce_subject", thing,
                            "ce_time", "2026-03-02T08:15:00Z",
                            "ce_sequence", "1"));
                    headers.put(attribute, nonsense);
                    LocalParts.publish(TOPIC, thing, headers, "{}");
                });
        tell("after", 2);
        await().until(() -> "after".equals(things.state(thing)));
    }

    @Test
    void what_fills_a_record_to_its_brim_is_parked_by_the_place_where_it_lies() {
        tell(UUID.randomUUID().toString(), MOVED, 1, "x".repeat(1_047_900));
        tell("after", 2);
        await().until(() -> "after".equals(things.state(thing)));
        await().untilAsserted(() -> deadLetters()
                .body("items.findAll { it.key == null && it.from.startsWith('" + TOPIC + "/') }.size()", equalTo(1)));
    }

    @Test
    void a_stranger_cannot_say_how_often_an_event_has_been_parked() {
        LocalParts.publish(TOPIC, thing, Map.of("parked_count", "many times"), "no envelope at all");
        tell("after", 2);
        await().until(() -> "after".equals(things.state(thing)));
        deadLetters().body("items.find { it.key == '" + thing + "' }.count", equalTo(1));
    }

    @Test
    void what_the_platform_refuses_is_said_in_the_same_words_as_everything_else() {
        String type = "urn:interspace:problem:";
        asOps().header("Accept", "nonsense")
                .get("/v1/dead-letters")
                .then()
                .statusCode(400)
                .body("detail", containsString("Accept"));
        asOps().header("Accept", "application/pdf")
                .get("/v1/dead-letters")
                .then()
                .statusCode(406)
                .body("type", equalTo(type + "not-acceptable"));
        asOps().get("/v1/nothing").then().statusCode(404).body("type", equalTo(type + "not-found"));
        asOps().delete("/v1/dead-letters").then().statusCode(405).body("type", equalTo(type + "method-not-allowed"));
    }

    @Test
    void an_address_that_no_database_could_take_is_refused_in_words() {
        asOps().get("/v1/dead-letters?cursor=%00").then().statusCode(400).body("detail", containsString("NUL"));
        asOps().get("/v1/dead-letters%00").then().statusCode(404);
    }

    /** As the broker hands them over. */
    private ConsumerRecords<String, byte[]> batch(String... ids) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        List<ConsumerRecord<String, byte[]>> records =
                Arrays.stream(ids).map(this::record).toList();
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }

    private ConsumerRecord<String, byte[]> record(String id) {
        byte[] body = "{\"id\":\"%s\",\"state\":\"again\"}".formatted(thing).getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(TOPIC, 0, 0, thing, body);
        headers(id, MOVED, 3)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private double received(String outcome, String type) {
        var counter = metrics.find("interspace.events.received")
                .tags("outcome", outcome, "type", type)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private long parkedOfThing() {
        return deadLetters().extract().jsonPath().getList("items.key").stream()
                .filter(thing::equals)
                .count();
    }

    private String parkedReason() {
        return deadLetters().extract().jsonPath().getString("items.find { it.key == '" + thing + "' }.reason");
    }

    private static ValidatableResponse deadLetters() {
        return asOps().get("/v1/dead-letters?limit=200").then().statusCode(200);
    }

    private static ValidatableResponse replay() {
        return asOps().post("/v1/dead-letters/replay").then().statusCode(200);
    }

    private static RequestSpecification asOps() {
        return given().urlEncodingEnabled(false).auth().oauth2(LocalParts.tokenOf("ops"));
    }
}
