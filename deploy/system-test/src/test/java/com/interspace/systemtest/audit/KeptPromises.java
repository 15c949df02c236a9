package com.interspace.systemtest.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was answered as done is there, and what was asked for once is there once. */
final class KeptPromises implements Rule {

    @Override
    public String sentence() {
        return "every acknowledged request exists, and none twice";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.of(reports(evidence), changes(evidence), notes(evidence), mails(evidence), rfos(evidence))
                .flatMap(each -> each);
    }

    private static Stream<String> reports(Evidence evidence) {
        Map<String, List<String>> bySummary = evidence.tickets().stream()
                .collect(Collectors.groupingBy(
                        Evidence.Known::summary, Collectors.mapping(Evidence.Known::id, Collectors.toList())));
        return evidence.ledger().reports().entrySet().stream().flatMap(report -> {
            List<String> found = bySummary.getOrDefault(report.getKey(), List.of());
            String promised = report.getValue();
            if (!promised.isEmpty() && !found.contains(promised)) {
                return Stream.of("ticket " + promised + " was answered and does not exist");
            }
            return found.size() > 1
                    ? Stream.of("\"" + report.getKey() + "\" was reported once and is " + found)
                    : Stream.empty();
        });
    }

    private static Stream<String> changes(Evidence evidence) {
        Map<String, Long> versions = new HashMap<>();
        evidence.tickets().forEach(ticket -> versions.put(ticket.id(), ticket.version()));
        return evidence.ledger().changes().stream()
                .filter(change -> versions.getOrDefault(change.ticketId(), 0L) < change.version())
                .map(change -> "version " + change.version() + " of " + change.ticketId() + " was answered, it is "
                        + versions.get(change.ticketId()));
    }

    private static Stream<String> notes(Evidence evidence) {
        return evidence.ledger().notes().stream()
                .filter(note -> !evidence.notes().contains(note.noteId()))
                .map(note -> "note " + note.noteId() + " of " + note.ticketId() + " was answered and does not exist");
    }

    private static Stream<String> mails(Evidence evidence) {
        return evidence.ledger().mails().stream()
                .filter(subject -> evidence.journal().getOrDefault(subject, 0L) != 1)
                .map(subject -> "the mail \"" + subject + "\" stands in the journal "
                        + evidence.journal().getOrDefault(subject, 0L) + " times");
    }

    private static Stream<String> rfos(Evidence evidence) {
        return evidence.ledger().rfos().stream()
                .filter(id -> !evidence.rfos().contains(id))
                .map(id -> "RFO " + id + " was answered and does not exist");
    }
}
