package com.interspace.systemtest.audit;

import com.interspace.local.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each consumer has applied each event that it cares for, and believes what was last said. Which types it cares for
 * shows in its inbox: one event of a type there means that all of them belong there.
 */
final class Application implements Rule {

    @Override
    public String sentence() {
        return "every event is applied once by its id, and nothing is parked";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.of(missing(evidence), outdated(evidence), parked(evidence))
                .flatMap(each -> each);
    }

    private static Stream<String> missing(Evidence evidence) {
        List<Event> all = evidence.topics().keySet().stream()
                .flatMap(topic -> evidence.distinct(topic).stream())
                .toList();
        return evidence.applied().entrySet().stream().flatMap(consumer -> {
            Set<String> inbox = consumer.getValue();
            Set<String> cared = all.stream()
                    .filter(event -> inbox.contains(event.id()))
                    .map(Event::type)
                    .collect(Collectors.toSet());
            return all.stream()
                    .filter(event -> cared.contains(event.type()) && !inbox.contains(event.id()))
                    .map(event -> consumer.getKey() + " has not applied " + event.type() + " " + event.id() + " of "
                            + event.key());
        });
    }

    private static Stream<String> outdated(Evidence evidence) {
        Map<String, Event> newest = evidence.distinct(Evidence.TICKET_TOPIC).stream()
                .collect(Collectors.toMap(
                        Event::key,
                        event -> event,
                        (one, other) -> Evidence.sequence(one) > Evidence.sequence(other) ? one : other));
        return evidence.opinions().stream()
                .filter(opinion -> newest.containsKey(opinion.ticketId()))
                .flatMap(opinion -> {
                    var ticket = newest.get(opinion.ticketId()).json().path("ticket");
                    String priority = ticket.path("priority").asText();
                    String said = ticket.path("status").asText() + ", " + priority;
                    String believed =
                            opinion.status() + ", " + opinion.priority().orElse(priority);
                    return said.equalsIgnoreCase(believed)
                            ? Stream.empty()
                            : Stream.of(opinion.service() + " believes that " + opinion.ticketId() + " is " + believed
                                    + ", it is " + said);
                });
    }

    private static Stream<String> parked(Evidence evidence) {
        return evidence.parked().stream()
                .map(event -> event.type() + " " + event.id() + " is parked on " + event.topic() + ": "
                        + event.headers().get("parked_reason"));
    }
}
