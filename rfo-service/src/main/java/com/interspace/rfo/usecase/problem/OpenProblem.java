package com.interspace.rfo.usecase.problem;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Violations;
import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.finding.FindingDecided;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Incident;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.problem.Opening;
import com.interspace.rfo.problem.Originator;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemEvent;
import com.interspace.rfo.problem.Problems;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.usecase.finding.DecideFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person of the centre opens a problem: from tickets, from findings (with the tickets that they rest on), or for
 * services that are known to suffer.
 */
@ApplicationScoped
public class OpenProblem {

    private final Problems problems;
    private final Findings findings;
    private final Incidents incidents;
    private final DecideFinding decisions;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    OpenProblem(
            Problems problems,
            Findings findings,
            Incidents incidents,
            DecideFinding decisions,
            Outbox outbox,
            InstantSource time) {
        this.problems = problems;
        this.findings = findings;
        this.incidents = incidents;
        this.decisions = decisions;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * @throws Invalid if it says not what it is about, or names a ticket or finding that is not known
     * @throws FindingDecided if one of the findings was dismissed
     */
    @Transactional
    public Problem open(ProblemRequest request, Caller caller) {
        List<Finding> behind = findingsBehind(request);
        List<Incident> named = ticketsNamed(request.tickets());
        requireSubject(request);
        Person by = Person.of(caller);
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        int year = now.atZone(ZoneOffset.UTC).getYear();
        Problem problem =
                Problem.opened(problems.nextNumber(year), opening(request, named, behind, Originator.of(by)), by, now);
        problems.add(problem);
        behind.forEach(finding -> decisions.ledTo(problem.id(), finding, by, now));
        outbox.append(ProblemEvent.opened(problem, by, now));
        return problem;
    }

    private Opening opening(ProblemRequest request, List<Incident> named, List<Finding> behind, Originator caller) {
        Set<String> tickets = new TreeSet<>(request.tickets());
        tickets.addAll(findings.ticketsBehind(behind.stream().map(Finding::id).collect(Collectors.toSet())));
        List<Incident> all = tickets.size() == named.size() ? named : incidents.of(tickets);
        return new Opening(
                request.title() != null ? request.title() : behind.get(0).sentence(),
                request.description(),
                request.reason(),
                request.category() != null
                        ? request.category()
                        : behind.isEmpty() ? Opening.BY_PERSON : Opening.BY_FINDING,
                request.priority() != null
                        ? request.priority()
                        : problems.worstOf(tickets).orElse(Priority.MINOR),
                request.originator() != null ? request.originator() : caller,
                tickets,
                union(request.services(), all.stream().map(Incident::serviceId)),
                union(request.circuits(), all.stream().map(Incident::circuitId)));
    }

    private List<Finding> findingsBehind(ProblemRequest request) {
        Violations violations = new Violations();
        List<Finding> found = request.findings().stream()
                .sorted()
                .map(id -> findings.locked(id).orElseGet(() -> {
                    violations.add("findingIds", "there is no finding " + id);
                    return null;
                }))
                .filter(Objects::nonNull)
                .toList();
        violations.throwIfAny();
        return found;
    }

    private List<Incident> ticketsNamed(Set<String> ids) {
        List<Incident> known = incidents.of(ids);
        Set<String> unknown = new TreeSet<>(ids);
        known.forEach(incident -> unknown.remove(incident.ticketId()));
        Violations violations = new Violations();
        unknown.forEach(
                id -> violations.add("ticketIds", "there is no ticket " + id + " yet; a new one is known in a second"));
        violations.throwIfAny();
        return known;
    }

    private static void requireSubject(ProblemRequest request) {
        boolean nothing = Stream.of(request.tickets(), request.findings(), request.services(), request.circuits())
                .allMatch(Set::isEmpty);
        if (nothing) {
            throw new Invalid(
                    "ticketIds", "is required where neither findingIds nor affectedServices say what it is about");
        }
        if (request.title() == null && request.findings().isEmpty()) {
            throw new Invalid("title", "is required");
        }
    }

    private static Set<String> union(Set<String> said, Stream<String> known) {
        return Stream.concat(said.stream(), known.filter(Objects::nonNull)).collect(Collectors.toSet());
    }
}
