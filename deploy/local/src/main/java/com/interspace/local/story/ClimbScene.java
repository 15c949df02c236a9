package com.interspace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller.Reply;
import com.interspace.local.part.ReceivedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The ticket ages and climbs its matrix; its customer asks for one level more. */
final class ClimbScene {

    private static final String TOPIC = "interspace.escalation.v1";
    private static final String LEVEL_REACHED = "escalation.level-reached";

    private final Stage stage;
    private final Plot plot;

    ClimbScene(Stage stage, Plot plot) {
        this.stage = stage;
        this.plot = plot;
    }

    List<Step> steps() {
        return List.of(
                new Step("The ticket ages and climbs to level 1", () -> climbsByAge(1)),
                new Step("It climbs to level 2", () -> climbsByAge(2)),
                new Step("Anna asks for the next level", this::annaAsks),
                new Step("Every level was reached once, and each person was told once", this::everyLevelOnce));
    }

    private void climbsByAge(int level) {
        JsonNode row = stage.until("level " + level, () -> {
            Reply reply = stage.anna.asks(path());
            return rows(reply).stream()
                    .filter(each -> each.path("to").asInt() == level)
                    .findFirst()
                    .map(Seen::now)
                    .orElseGet(() -> Seen.notYet(reply.status() + " " + reply.text()));
        });
        stage.shows("level " + level + " at " + row.path("at").asText() + ", because of "
                + row.path("cause").asText());
        awaitLevelReached(level);
        personsOf(level).forEach(address -> awaitMailTo(address, level));
    }

    private void annaAsks() {
        Reply reply = stage.anna.posts(path(), Map.of("reason", "progress", "expectedLevel", 3));
        JsonNode escalation = stage.anna.expect(reply, 200, "POST " + path()).json();
        stage.shows("level " + escalation.path("level").asInt());
        Stage.require(escalation.path("level").asInt() == 3, "Level 3 was expected: " + escalation);
        awaitLevelReached(3);
        personsOf(3).forEach(address -> awaitMailTo(address, 3));
    }

    private void everyLevelOnce() {
        for (int level = 1; level <= 3; level++) {
            int reached = level;
            long events = stage.events(TOPIC).stream()
                    .filter(event -> plot.ticketId.equals(event.key()))
                    .filter(event -> event.type().equals("com.interspace." + LEVEL_REACHED + ".v1"))
                    .filter(event -> event.json().path("change").path("to").asInt() == reached)
                    .map(event -> event.id())
                    .distinct()
                    .count();
            Stage.require(events == 1, "Level " + level + " was reached " + events + " times.");
            personsOf(level).forEach(this::toldOnce);
        }
        stage.shows("levels 1, 2 and 3: one event each, one mail to each person");
    }

    private void toldOnce(String address) {
        List<String> messages = stage.mailsTo(address, plot.ticketId).stream()
                .map(ReceivedMail::messageId)
                .distinct()
                .toList();
        Stage.require(messages.size() == 1, address + " got " + messages.size() + " messages: " + messages);
    }

    private void awaitLevelReached(int level) {
        stage.awaitEvent(
                TOPIC,
                LEVEL_REACHED,
                plot.ticketId,
                event -> event.json().path("change").path("to").asInt() == level);
    }

    private void awaitMailTo(String address, int level) {
        stage.awaitMail(
                "the mail to " + address + " about level " + level,
                () -> stage.mailsTo(address, plot.ticketId),
                mail -> true);
    }

    private List<String> personsOf(int level) {
        JsonNode persons = StreamSupport.stream(plot.matrix.path("levels").spliterator(), false)
                .filter(each -> each.path("level").asInt() == level)
                .findFirst()
                .orElseThrow(() -> new StoryFailed("The matrix has no level " + level + ": " + plot.matrix))
                .path("persons");
        List<String> addresses = new ArrayList<>();
        persons.forEach(person -> addresses.add(person.path("email").asText()));
        Stage.require(!addresses.isEmpty(), "Nobody stands at level " + level + ": " + plot.matrix);
        return addresses;
    }

    private static List<JsonNode> rows(Reply reply) {
        List<JsonNode> rows = new ArrayList<>();
        if (reply.status() == 200) {
            reply.json().path("history").forEach(rows::add);
        }
        return rows;
    }

    private String path() {
        return "/v1/escalations/" + plot.ticketId;
    }
}
