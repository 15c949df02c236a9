package com.interspace.rfo.finding;

import com.interspace.rfo.finding.GeneratedYear.Happening;
import com.interspace.rfo.finding.GeneratedYear.Line;
import com.interspace.rfo.finding.GeneratedYear.Measured;
import com.interspace.rfo.finding.GeneratedYear.Ticket;
import com.interspace.rfo.finding.GeneratedYear.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be found in tickets and readings, by the rules as they are written down (README; ADR 6 and 7) and by counting
 * through everything that happened. It shares no line with what it judges.
 */
final class StatedRules {

    private static final Duration DAYS_30 = Duration.ofDays(30);
    private static final Duration MINUTES_15 = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    /** A finding with the ids of all tickets or readings that it rests on. */
    static final class Due {
        final FindingKind kind;
        final Subject subject;
        final String about;
        final Set<String> evidence = new TreeSet<>();
        private Instant last;

        private Due(FindingKind kind, Subject subject, String about) {
            this.kind = kind;
            this.subject = subject;
            this.about = about;
        }

        @Override
        public String toString() {
            return "%s of %s %s %s".formatted(kind, subject, about, evidence);
        }
    }

    private final Map<String, Line> lines;
    private final List<Window> windows;
    private final Instant recordsBegin;
    private final Map<Subject, Deque<Ticket>> newestFirst = new HashMap<>();
    private final Set<String> explained = new HashSet<>();
    private final List<Due> due = new ArrayList<>();

    private StatedRules(Collection<Line> lines, List<Happening> happenings) {
        this.lines = lines.stream().collect(Collectors.toMap(Line::serviceId, Function.identity()));
        windows = happenings.stream()
                .map(Happening::window)
                .filter(Objects::nonNull)
                .toList();
        recordsBegin = happenings.stream()
                .filter(one -> one.ticket() != null)
                .map(Happening::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static List<Due> findingsIn(Collection<Line> lines, Stream<Happening> happenings) {
        List<Happening> inOrder =
                happenings.sorted(Comparator.comparing(Happening::at)).toList();
        StatedRules rules = new StatedRules(lines, inOrder);
        inOrder.forEach(rules::judge);
        return rules.due;
    }

    private void judge(Happening happening) {
        if (happening.ticket() != null) {
            judge(happening.ticket());
        } else if (happening.reading() != null) {
            judge(happening.reading());
        }
    }

    private void judge(Ticket ticket) {
        List<Subject> own = List.of(
                new Subject(SubjectKind.SERVICE, ticket.state().serviceId()),
                new Subject(SubjectKind.CIRCUIT, ticket.state().circuitId()));
        List<Subject> shared = sharedBy(ticket.state().serviceId());
        Instant at = ticket.state().createdAt();
        if (isAnnounced(Stream.concat(own.stream(), shared.stream()).toList(), at)) {
            return;
        }
        Stream.concat(own.stream(), shared.stream()).forEach(subject -> newestFirst
                .computeIfAbsent(subject, any -> new ArrayDeque<>())
                .addFirst(ticket));
        own.stream().filter(subject -> hasRisen(subject, at)).findFirst().ifPresent(subject -> {
            Due chronic = current(FindingKind.CHRONIC_SERVICE, List.of(subject), "", at.minus(DAYS_30))
                    .orElseGet(() -> add(FindingKind.CHRONIC_SERVICE, subject, ""));
            since(subject, firstDay(at)).forEach(counted -> chronic.evidence.add(counted.id()));
            chronic.last = at;
        });
        judgeTogether(ticket, shared, at);
    }

    private void judgeTogether(Ticket ticket, List<Subject> shared, Instant at) {
        Optional<Due> known = current(FindingKind.COMMON_CAUSE, shared, "", at.minus(MINUTES_15));
        Optional<Due> cause = known.isPresent()
                ? known
                : shared.stream()
                        .filter(subject -> unexplained(subject, at).count() >= 4)
                        .findFirst()
                        .map(subject -> add(FindingKind.COMMON_CAUSE, subject, ""));
        cause.ifPresent(found -> {
            Stream<Ticket> joining = known.isPresent() ? Stream.of(ticket) : unexplained(found.subject, at);
            joining.map(Ticket::id).toList().forEach(id -> {
                found.evidence.add(id);
                explained.add(id);
            });
            found.last = at;
        });
    }

    private Stream<Ticket> unexplained(Subject subject, Instant at) {
        return since(subject, at.minus(MINUTES_15)).filter(near -> !explained.contains(near.id()));
    }

    private void judge(Measured measured) {
        Reading reading = measured.reading();
        Instant at = reading.observedAt();
        List<Subject> parts = Stream.concat(
                        Stream.of(reading.subject()), sharedBy(reading.subject().id()).stream())
                .toList();
        if (reading.value() <= reading.threshold() && !reading.kind().equals("down")
                || reading.value() < reading.threshold()
                || isAnnounced(parts, at)) {
            return;
        }
        Due found = current(FindingKind.DEGRADATION, List.of(reading.subject()), reading.kind(), at.minus(DAY))
                .orElseGet(() -> add(FindingKind.DEGRADATION, reading.subject(), reading.kind()));
        found.evidence.add(measured.eventId());
        found.last = at;
    }

    /** Three tickets or more in the window, and so many by chance in less than 0.0005 / (n + k). */
    private boolean hasRisen(Subject subject, Instant at) {
        Instant window = firstDay(at);
        Instant history = window.minus(730, ChronoUnit.DAYS);
        long all = since(subject, history).count();
        long recent = since(subject, window).count();
        Instant known = recordsBegin.isAfter(history) ? recordsBegin : history;
        double days = Duration.between(known, window).toSeconds() / 86_400.0;
        return recent >= 3 && days > 0 && isRarerThan(0.0005 / all, recent, all, 30 / (30 + days));
    }

    /** Whether P(X >= n), X ~ Bin(all, p), added up term by term, stays below the level. */
    private static boolean isRarerThan(double level, long n, long all, double p) {
        double sum = 0;
        for (long hits = n; hits <= all && sum < level; hits++) {
            double choices = 1;
            for (long i = 1; i <= hits; i++) {
                choices = choices * (all - hits + i) / i;
            }
            sum += choices * Math.pow(p, hits) * Math.pow(1 - p, all - hits);
        }
        return sum < level;
    }

    private Stream<Ticket> since(Subject subject, Instant from) {
        return newestFirst.getOrDefault(subject, new ArrayDeque<>()).stream()
                .takeWhile(ticket -> !ticket.state().createdAt().isBefore(from));
    }

    /** The newest of the first of these subjects that has one. */
    private Optional<Due> current(FindingKind kind, List<Subject> subjects, String about, Instant since) {
        return subjects.stream()
                .flatMap(subject -> due.stream()
                        .filter(known -> known.kind == kind
                                && known.subject.equals(subject)
                                && known.about.equals(about)
                                && !known.last.isBefore(since))
                        .max(Comparator.comparing(known -> known.last))
                        .stream())
                .findFirst();
    }

    private Due add(FindingKind kind, Subject subject, String about) {
        Due found = new Due(kind, subject, about);
        due.add(found);
        return found;
    }

    private List<Subject> sharedBy(String serviceId) {
        Line line = lines.get(serviceId);
        return List.of(
                new Subject(SubjectKind.NODE, line.node()),
                new Subject(SubjectKind.SITE, line.site()),
                new Subject(SubjectKind.UPSTREAM, line.upstream()));
    }

    private boolean isAnnounced(Collection<Subject> subjects, Instant at) {
        return windows.stream()
                .anyMatch(window ->
                        subjects.contains(window.subject()) && !at.isBefore(window.from()) && !at.isAfter(window.to()));
    }

    /** The window is 30 UTC days, today among them. */
    private static Instant firstDay(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC)
                .minusDays(29)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
