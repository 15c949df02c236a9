package com.interspace.notification;

import static com.interspace.notification.fixture.Happening.anyServiceId;
import static com.interspace.notification.fixture.Happening.anyTicketId;
import static com.interspace.notification.fixture.Happening.level;
import static com.interspace.notification.fixture.Happening.opened;
import static com.interspace.notification.fixture.Happening.publicNote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.local.fixture.MovableClock;
import com.interspace.notification.fixture.NotificationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chat of operations, as Slack and Mattermost take incoming webhooks. */
@QuarkusTest
class ChatTest extends NotificationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "/hooks/chat-critical";

    private final String service = anyServiceId();
    private final String ticket = anyTicketId();

    @AfterEach
    void the_chat_works_again() {
        hookIs(ROOM, "200");
    }

    @Test
    void a_level_of_a_critical_ticket_is_said_in_the_room_and_nothing_a_customer_wrote_calls_people_or_links() {
        String hostile = "<!channel> @here `x` [a](http://evil.example) <http://evil.example|click>";
        opened("ACME", service, ticket).withTicket("summary", hostile).publish();

        level("reached", 2, "ACME", service, ticket, 1, "Maria").publish();
        publicNote(3, "ACME", service, ticket, "nothing for the chat")
                .withTicket("summary", hostile)
                .publish();

        JsonNode said = saidAbout(ticket, 1).get(0);
        assertThat(said.size()).isEqualTo(1);
        String[] lines = said.path("text").asText().split("\n");
        assertThat(lines[0])
                .startsWith("`[" + ticket + "] Level 1, critical: &lt;!channel&gt; ")
                .endsWith("`")
                .doesNotContain("@here", "<");
        assertThat(lines[0].substring(1, lines[0].length() - 1)).doesNotContain("`");
        assertThat(lines[1]).isEqualTo("http://localhost:8080/v1/tickets/" + ticket);
        everythingHeardUnder(ticket);
        assertThat(saidAbout(ticket, 1)).hasSize(1);
    }

    @Test
    void what_the_chat_did_not_take_is_said_later() {
        hookIs(ROOM, "500");
        opened("ACME", service, ticket).publish();
        level("reached", 2, "ACME", service, ticket, 1, "Maria").publish();
        await().atMost(PATIENCE)
                .until(() -> chatState().equals(List.of("queued"))
                        && !saidAbout(ticket, 1).isEmpty());

        hookIs(ROOM, "200");
        MovableClock.shared().leap(Duration.ofHours(1));

        await().atMost(PATIENCE).until(() -> chatState().equals(List.of("sent")));
    }

    private List<String> chatState() {
        return log("agent", "ticketId=" + ticket).extract().path("items.findAll { it.channel == 'chat' }.state");
    }

    private static List<JsonNode> saidAbout(String ticket, int atLeast) {
        return await().atMost(PATIENCE)
                .until(
                        () -> received(ROOM).stream()
                                .map(ChatTest::bodyOf)
                                .filter(body -> body.path("text").asText().contains(ticket))
                                .toList(),
                        said -> said.size() >= atLeast);
    }

    private static JsonNode bodyOf(JsonNode request) {
        try {
            return JSON.readTree(request.path("body").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
