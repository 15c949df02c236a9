package com.interspace.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.interspace.chassis.refusal.Refusal;
import com.interspace.ticketing.sla.Desk;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Status;
import com.interspace.ticketing.ticket.Ticket;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RandomWalkTest extends TicketDeskTest {

    private static final List<String> ROLES = List.of(ANNA, PARTNER, AGENT, MANAGER);

    @Test
    void five_thousand_moves_by_four_roles_never_leave_the_table() {
        Random random = new Random(20260302);
        List<Actor> actors = List.of(
                Desk.ANNA, new Actor("p", "Partner", "partner"), Desk.AGENT, new Actor("m", "Manager", "centre"));
        Ticket ticket = Desk.ticketOpenedAt(Desk.OPENED);
        Instant now = Desk.OPENED;
        int moved = 0;
        for (int step = 0; step < 5_000; step++) {
            now = now.plusSeconds(1 + random.nextInt(7_200));
            ticket.noteCrossings(Desk.POLICY, now);
            ticket.drain();
            Status from = ticket.status();
            Status to = Status.values()[random.nextInt(Status.values().length)];
            try {
                ticket.transition(
                        to, actors.get(random.nextInt(4)), Channel.PANEL, anyWord(random), anyWord(random), now);
                assertThat(from.next()).contains(to);
                assertThat(ticket.drain()).hasSize(1);
                moved++;
            } catch (Refusal refused) {
                assertThat(refused.status()).isIn(403, 409, 422);
                assertThat(ticket.status()).isEqualTo(from);
                assertThat(ticket.drain()).isEmpty();
            }
            if (ticket.status().isFinal() || ticket.version() > 60) {
                ticket = Desk.ticketOpenedAt(now);
            }
        }
        assertThat(moved).isGreaterThan(800);
    }

    @Test
    void over_http_no_step_of_such_a_walk_is_a_server_error() {
        Random random = new Random(4711);
        String id = anOpenTicket();
        String other = anOpenTicket();
        for (int step = 0; step < 250; step++) {
            Response answer = step(random, id, other);
            assertThat(answer.statusCode())
                    .as("step %s: %s", step, answer.asString())
                    .isLessThan(500);
            if (Status.of(ticket(id).getString("status")).isFinal()) {
                other = id;
                id = anOpenTicket();
            }
            if (step % 25 == 0) {
                timePasses(Duration.ofMinutes(random.nextInt(600)));
            }
        }
        as(AGENT).get("/v1/tickets/" + id + "/history/verification").then().body("valid", equalTo(true));
    }

    private Response step(Random random, String id, String other) {
        String role = ROLES.get(random.nextInt(4));
        String path = "/v1/tickets/" + id;
        return switch (random.nextInt(9)) {
            case 0 -> as(role).body(Map.of("text", "word")).post(path + "/notes");
            case 1 -> as(role).body(aPatch(random)).patch(path);
            case 2 -> as(role).body(Map.of("reason", "r")).post(path + "/deferral");
            case 3 -> as(role).body(Map.of("accept", random.nextBoolean())).post(path + "/deferral/answer");
            case 4 ->
                as(role).body(Map.of("ticketId", other)).post(path + (random.nextInt(8) == 0 ? "/merge" : "/children"));
            default -> {
                Map<String, String> move = new HashMap<>();
                move.put("to", Status.values()[random.nextInt(Status.values().length)].toString());
                move.put("reason", anyWord(random));
                move.put("resolution", anyWord(random));
                yield as(role).body(move).post(path + "/transitions");
            }
        };
    }

    private static Map<String, Object> aPatch(Random random) {
        return random.nextBoolean()
                ? Map.of("impact", "degradation", "note", "n")
                : Map.of(
                        "circuitId",
                        "IS-C-1000" + random.nextInt(3),
                        "problemStart",
                        "2026-03-01T00:00:00Z",
                        "note",
                        "n");
    }

    private static String anyWord(Random random) {
        return random.nextInt(6) == 0 ? null : "because of " + random.nextInt();
    }
}
