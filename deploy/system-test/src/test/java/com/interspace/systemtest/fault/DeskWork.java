package com.interspace.systemtest.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.identity.Caller;
import com.interspace.local.identity.Caller.Reply;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.MailServer;
import com.interspace.systemtest.audit.Ledger;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Customers, a partner and agents at work, all the time and at random: reports by panel, mail and TMF621, notes, moves,
 * priorities, requests for the next level and for RFOs. What is not answered is asked again with the same key, as a
 * careful client does; what is answered goes into the ledger.
 */
final class DeskWork implements AutoCloseable {

    private static final String TMF = "/tmf-api/troubleTicket/v4/troubleTicket";
    private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofMillis(300);
    private static final List<String> MOVES = List.of("inProgress", "pending", "held", "resolved");
    private static final List<String> IMPACTS =
            List.of("service-affecting", "service-affecting", "degradation", "non-service-affecting");

    private final Caller anna;
    private final Caller agent;
    private final Caller partner;
    private final LocalSystem system;
    private final Ledger ledger;
    private final List<String> tickets = new CopyOnWriteArrayList<>();
    private final List<Caller> desks = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService people;
    private final List<ScheduledFuture<?>> shifts = new ArrayList<>();
    private volatile boolean over;

    /**
     * @param many people who work at the same time
     * @param rest of each of them after each deed
     */
    DeskWork(LocalSystem system, Ledger ledger, long seed, int many, Duration rest) {
        this.system = system;
        this.ledger = ledger;
        anna = system.caller("anna@acme.example");
        agent = system.caller("agent");
        partner = system.caller("partner-acme");
        desks.add(agent);
        people = Executors.newScheduledThreadPool(many);
        for (int person = 0; person < many; person++) {
            Random random = new Random(seed * 31 + person);
            shifts.add(people.scheduleWithFixedDelay(() -> work(random), 0, rest.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** From now on some of the desk's work goes to this process. */
    void alsoAt(String address) {
        desks.add(agent.at(address));
    }

    void onlyAtTheOrigin() {
        desks.removeIf(desk -> desk != agent);
    }

    /** Returns when everybody has finished what he was at, or has given it up. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        people.shutdown();
        if (!people.awaitTermination(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Somebody never got an answer.");
        }
        for (Future<?> shift : shifts) {
            try {
                if (shift.isDone() && !shift.isCancelled()) {
                    shift.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void work(Random random) {
        int choice = tickets.isEmpty() ? 0 : random.nextInt(100);
        if (choice < 20) {
            report(random);
        } else if (choice < 28) {
            reportByPartner();
        } else if (choice < 33) {
            reportByMail();
        } else if (choice < 60) {
            note(random);
        } else if (choice < 80) {
            move(random);
        } else if (choice < 90) {
            judge(random);
        } else if (choice < 95) {
            askForLevel(random);
        } else {
            requestRfo(random);
        }
    }

    private void report(Random random) {
        String summary = "Fault run, report " + UUID.randomUUID();
        Map<String, Object> form = Map.of(
                "serviceId",
                random.nextBoolean() ? FaultScene.SERVICE : "IS-IPT-0002",
                "problemStart",
                Instant.now().minusSeconds(1800).toString(),
                "summary",
                summary,
                "impact",
                any(IMPACTS, random),
                "urgency",
                "high");
        ledger.asksFor(summary);
        String key = UUID.randomUUID().toString();
        Caller who = random.nextInt(4) == 0 ? anna : any(desks, random);
        Map<String, Object> body = new LinkedHashMap<>(form);
        if (who != anna) {
            body.put("reporter", Map.of("contactId", "anna", "name", "Anna Petrova", "email", "anna@acme.example"));
        }
        answer(() -> who.post("/v1/tickets", body, key), 201, reply -> {
            String id = reply.json().path("id").asText();
            ledger.opened(summary, id);
            tickets.add(id);
        });
    }

    private void reportByPartner() {
        String summary = "Fault run, partner " + UUID.randomUUID();
        Map<String, Object> form = Map.of(
                "externalId",
                summary,
                "name",
                summary,
                "description",
                "All traffic stopped.",
                "severity",
                "service-affecting",
                "ticketType",
                "fault",
                "problemStart",
                Instant.now().minusSeconds(1800).toString(),
                "relatedEntity",
                List.of(Map.of("id", FaultScene.SERVICE, "role", "affectedService", "@referredType", "Service")));
        ledger.asksFor(summary);
        // The externalId is the partner's key.
        answer(() -> partner.post(TMF, form), 201, reply -> {
            String id = reply.json().path("id").asText();
            ledger.opened(summary, id);
            tickets.add(id);
        });
    }

    private void reportByMail() {
        String subject = "Fault run, mail " + UUID.randomUUID();
        String raw = String.join(
                "\r\n",
                "From: Anna Petrova <anna@acme.example>",
                "To: " + MailServer.SUPPORT,
                "Subject: " + subject,
                "Message-ID: <" + UUID.randomUUID() + "@acme.example>",
                "Date: Fri, 27 Nov 2026 12:00:00 +0000",
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Service ID: " + FaultScene.SERVICE,
                "Impact: degradation",
                "",
                "Packets get lost.",
                "");
        system.courier().deliver("anna@acme.example", MailServer.SUPPORT, raw.getBytes(StandardCharsets.UTF_8));
        ledger.mailed(subject);
    }

    private void note(Random random) {
        String ticket = any(tickets, random);
        String key = UUID.randomUUID().toString();
        Caller who = random.nextInt(3) == 0 ? anna : any(desks, random);
        Map<String, String> body = Map.of(
                "text",
                "Said at random, " + key,
                "visibility",
                who == anna || random.nextInt(3) > 0 ? "public" : "internal");
        answer(
                () -> who.post("/v1/tickets/" + ticket + "/notes", body, key),
                201,
                reply -> ledger.said(ticket, reply.json().path("id").asText()));
    }

    private void move(Random random) {
        String ticket = any(tickets, random);
        String to = any(MOVES, random);
        Caller who = any(desks, random);
        Map<String, String> body =
                Map.of("to", to, "reason", "at random", "resolution", "It works again.", "party", "a carrier");
        answer(() -> who.post("/v1/tickets/" + ticket + "/transitions", body), 200, this::changed);
    }

    private void judge(Random random) {
        String ticket = any(tickets, random);
        Caller who = any(desks, random);
        Map<String, String> body = Map.of("impact", any(IMPACTS, random), "note", "judged at random");
        answer(() -> who.patch("/v1/tickets/" + ticket, body), 200, this::changed);
    }

    private void askForLevel(Random random) {
        String ticket = any(tickets, random);
        String key = UUID.randomUUID().toString();
        answer(() -> anna.post("/v1/escalations/" + ticket, Map.of("reason", "progress"), key), 200, reply -> {});
    }

    private void requestRfo(Random random) {
        String ticket = any(tickets, random);
        String key = UUID.randomUUID().toString();
        answer(
                () -> anna.post("/v1/rfos", Map.of("ticketId", ticket), key),
                201,
                reply -> ledger.requestedRfo(reply.json().path("id").asText()));
    }

    private void changed(Reply reply) {
        JsonNode ticket = reply.json();
        ledger.changed(ticket.path("id").asText(), ticket.path("version").asLong());
    }

    private interface Promise {
        void keep(Reply reply);
    }

    /** Asks until there is an answer: what was wanted, or a refusal, which promises nothing. */
    private void answer(Supplier<Reply> call, int wanted, Promise promise) {
        while (!over) {
            try {
                Reply reply = call.get();
                if (reply.status() == wanted) {
                    promise.keep(reply);
                    return;
                }
                if (reply.status() < 500) {
                    return;
                }
                if (reply.status() != 502 && reply.status() != 503) {
                    ledger.complains(
                            reply.status() + " from " + reply.raw().request().method() + " "
                                    + reply.raw().uri().getPath() + ": " + reply.text());
                }
            } catch (UncheckedIOException brokenOff) {
                // Whether it counted is not known: it is asked again.
            }
            Pause.of(PAUSE_BETWEEN_ATTEMPTS);
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
