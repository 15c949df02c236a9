package com.interspace.systemtest.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.interspace.local.event.Event;
import com.interspace.local.part.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is left to look at after a run, as it was read from outside and from the databases. A system moves on while
 * it is read: clocks run out, levels come, mails leave.
 *
 * @param said read before everything else: all of it has arrived
 * @param topics every record of every topic of the house, by the topic
 * @param applied the ids that each consumer's inbox holds, by its name
 * @param parked every record of every dead-letter topic
 * @param opinions what other services believe of tickets
 * @param dangling references to what does not exist, and work that is left lying, in words
 * @param mails every copy in every mailbox but the centre's own
 * @param clocks of the tickets that are looked at closely, as {@code GET .../clock} answers, by the ticket's id
 * @param proofs of the same, as {@code GET .../history/verification} answers
 * @param saidSince as {@code said}, read again after everything else: nothing has arrived that is not in it
 */
public record Evidence(
        Ledger ledger,
        Said said,
        Map<String, List<Event>> topics,
        Map<String, Set<String>> applied,
        List<Event> parked,
        List<Known> tickets,
        Set<String> notes,
        Map<String, Long> journal,
        Set<String> rfos,
        List<Opinion> opinions,
        List<Climbing> climbs,
        List<String> dangling,
        List<ReceivedMail> mails,
        Set<String> webhookIds,
        Map<String, JsonNode> clocks,
        Map<String, JsonNode> proofs,
        Said saidSince) {

    public static final String TICKET_TOPIC = "interspace.ticket.v1";
    public static final String ESCALATION_TOPIC = "interspace.escalation.v1";

    /**
     * What the services say they have done.
     *
     * @param outboxes what each service has written, by its name
     */
    public record Said(Map<String, List<Written>> outboxes, List<Rung> rungs, List<Message> messages) {}

    /** A row of an outbox. */
    public record Written(String eventId, String topic, boolean sent) {}

    /** A ticket as ticket-service has it. */
    public record Known(String id, String summary, long version, Instant createdAt) {}

    /**
     * What a service that only heard of a ticket believes.
     *
     * @param priority empty when it does not care
     */
    public record Opinion(String service, String ticketId, String status, Optional<String> priority) {}

    /** An open ticket that climbs by itself, with the ages at which each level of its matrix comes. */
    public record Climbing(String ticketId, int cycle, int dealtWith, Duration ageAtReading, List<Duration> levels) {}

    /** A level that was reached or passed over. */
    public record Rung(String ticketId, int cycle, int level, boolean reached) {}

    /** A message as notification-service has it. */
    public record Message(
            String eventId, String ticketId, String recipient, String channel, String messageId, String state) {

        boolean hasLeft() {
            return Set.of("sent", "delivered", "bounced").contains(state);
        }
    }

    /** The events of a topic, each once by its id, in the order of the topic. */
    List<Event> distinct(String topic) {
        return topics.getOrDefault(topic, List.of()).stream()
                .collect(Collectors.toMap(Event::id, each -> each, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The events of a ticket, each once, in the order of its versions. */
    List<Event> eventsOf(String ticketId) {
        return distinct(TICKET_TOPIC).stream()
                .filter(event -> event.key().equals(ticketId))
                .sorted(Comparator.comparingLong(Evidence::sequence))
                .toList();
    }

    Optional<Event> lastEventOf(String ticketId) {
        List<Event> events = eventsOf(ticketId);
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    static long sequence(Event event) {
        return Long.parseLong(event.headers().get("ce_sequence"));
    }

    static Stream<String> duplicates(Stream<String> all) {
        Set<String> seen = new HashSet<>();
        return all.filter(each -> !seen.add(each)).toList().stream();
    }
}
