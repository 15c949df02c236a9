package com.interspace.systemtest.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.identity.Caller;
import com.interspace.local.launch.LocalSystem;
import com.interspace.local.part.MailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Comes after a run and reads everything that is left: databases, topics, mailboxes, the log of notifications, and what
 * a partner received. Then he says which of his rules do not hold. He trusts no service's word for its own state.
 */
public final class Auditor {

    private static final List<Rule> RULES = List.of(
            new Answers(),
            new KeptPromises(),
            new Publication(),
            new Application(),
            new Levels(),
            new Messages(),
            new Orphans(),
            new Clocks(),
            new Histories());

    private static final Duration REST = Duration.ofSeconds(1);

    /** Longer than anything rests that is under way: a consumer that was killed is missed after ten seconds. */
    private static final Duration STANDSTILL = Duration.ofSeconds(45);

    private static final int LOOKED_AT_CLOSELY = 120;

    private final LocalSystem system;

    public Auditor(LocalSystem system) {
        this.system = system;
    }

    /**
     * Looks again and again until every rule holds, because a system that was harmed needs its time to make up for it.
     * When nothing has changed for long, it will not.
     *
     * @param says hears what does not hold yet, whenever that has changed
     * @return what does not hold when the patience is over
     */
    public List<Violation> audit(Ledger ledger, Duration patience, Consumer<String> says) {
        long begun = System.nanoTime();
        long changed = begun;
        Map<String, Long> broken = Map.of();
        while (true) {
            List<Violation> violations = look(ledger);
            Map<String, Long> still =
                    violations.stream().collect(Collectors.groupingBy(Violation::rule, Collectors.counting()));
            if (still.isEmpty()) {
                return violations;
            }
            if (!still.equals(broken)) {
                broken = still;
                changed = System.nanoTime();
                says.accept("does not hold yet: " + broken);
            }
            if (isOver(begun, patience) || isOver(changed, STANDSTILL)) {
                return violations;
            }
            LockSupport.parkNanos(REST.toNanos());
        }
    }

    private static boolean isOver(long since, Duration patience) {
        return System.nanoTime() - since > patience.toNanos();
    }

    /**
     * Looks closely at single tickets only when all else is sound: a system that is still making up has enough to do.
     * Whoever cannot be read now may be readable a moment later; until then nothing is proved.
     */
    private List<Violation> look(Ledger ledger) {
        Evidence evidence;
        try {
            evidence = evidence(ledger, 0);
            if (violations(evidence).isEmpty()) {
                evidence = evidence(ledger, LOOKED_AT_CLOSELY);
            }
        } catch (RuntimeException unreadable) {
            return List.of(new Violation("everything can be read", unreadable.toString()));
        }
        return violations(evidence);
    }

    /** What does not hold by this evidence. */
    public static List<Violation> violations(Evidence evidence) {
        return RULES.stream()
                .flatMap(rule -> rule.violations(evidence).map(where -> new Violation(rule.sentence(), where)))
                .toList();
    }

    /**
     * Reads everything once, and what the services say a second time at the end. What is said first is read first, so
     * that nothing is believed lost which came later.
     *
     * @param closely clocks and histories of so many tickets, the newest first, are read one by one
     */
    private Evidence evidence(Ledger ledger, int closely) {
        try (Databases databases = new Databases(system.jdbcUrl())) {
            Evidence.Said said = said(databases);
            List<Evidence.Known> tickets = databases.tickets();
            Set<String> close = tickets.stream()
                    .sorted((one, other) -> other.createdAt().compareTo(one.createdAt()))
                    .limit(closely)
                    .map(Evidence.Known::id)
                    .collect(Collectors.toSet());
            Map<String, JsonNode> clocks = eachOf(close, "/clock");
            Map<String, JsonNode> proofs = eachOf(close, "/history/verification");
            Set<String> topics = topics();
            return new Evidence(
                    ledger,
                    said,
                    topics.stream()
                            .filter(topic -> !topic.endsWith(".dlq"))
                            .collect(Collectors.toMap(topic -> topic, this::published)),
                    applied(databases),
                    topics.stream()
                            .filter(topic -> topic.endsWith(".dlq"))
                            .flatMap(topic -> published(topic).stream())
                            .toList(),
                    tickets,
                    new HashSet<>(databases.ids("ticket.note")),
                    databases.journal().stream()
                            .collect(Collectors.groupingBy(subject -> subject, Collectors.counting())),
                    new HashSet<>(databases.ids("rfo.rfo")),
                    databases.opinions(),
                    databases.climbs(),
                    databases.dangling(),
                    system.mail().stream()
                            .filter(mail -> !mail.to().equals(MailServer.SUPPORT))
                            .toList(),
                    system.webhookIds(),
                    clocks,
                    proofs,
                    said(databases));
        }
    }

    private Evidence.Said said(Databases databases) {
        return new Evidence.Said(
                Databases.SERVICES.stream().collect(Collectors.toMap(service -> service, databases::outbox)),
                databases.rungs(),
                messages());
    }

    private List<Event> published(String topic) {
        return system.eventLog().all(topic);
    }

    private Set<String> topics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.kafkaBootstrapServers()))) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("interspace."))
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Set<String>> applied(Databases databases) {
        return Databases.SERVICES.stream()
                .flatMap(service -> databases.inbox(service).stream())
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toSet())));
    }

    private Map<String, JsonNode> eachOf(Set<String> tickets, String what) {
        Caller agent = system.caller("agent");
        Map<String, JsonNode> answers = new HashMap<>();
        tickets.forEach(
                id -> answers.put(id, agent.get("/v1/tickets/" + id + what).json()));
        return answers;
    }

    private List<Evidence.Message> messages() {
        Caller agent = system.caller("agent");
        List<Evidence.Message> all = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = agent.get("/v1/notifications?limit=200" + cursor).json();
            page.path("items").forEach(item -> all.add(message(item)));
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : null;
        }
        return all;
    }

    private static Evidence.Message message(JsonNode item) {
        return new Evidence.Message(
                item.path("eventId").asText(),
                item.path("ticketId").asText(),
                item.path("recipient").asText(),
                item.path("channel").asText(),
                item.path("messageId").asText(),
                item.path("state").asText());
    }

    /** One line for each rule that is broken, with the first places where it is. */
    public static String report(List<Violation> violations) {
        return violations.stream().collect(Collectors.groupingBy(Violation::rule)).entrySet().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.getKey() + ": " + rule.getValue().size() + " times not"),
                        rule.getValue().stream().limit(10).map(each -> "    " + each.where())))
                .collect(Collectors.joining("\n"));
    }
}
