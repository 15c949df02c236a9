package com.interspace.rfo.usecase.problem;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.rfo.finding.Incident;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemEvent;
import com.interspace.rfo.problem.ProblemMoveRefused;
import com.interspace.rfo.problem.ProblemPatch;
import com.interspace.rfo.problem.ProblemStatus;
import com.interspace.rfo.problem.Problems;
import com.interspace.rfo.report.Person;
import com.interspace.rfo.usecase.finding.SeekRepeatedCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A person of the centre works on a problem: writes what was found out, links tickets, moves it on. */
@ApplicationScoped
public class ChangeProblem {

    private final Problems problems;
    private final Incidents incidents;
    private final SeekRepeatedCause repeated;
    private final Outbox outbox;
    private final InstantSource time;

    @Inject
    ChangeProblem(
            Problems problems, Incidents incidents, SeekRepeatedCause repeated, Outbox outbox, InstantSource time) {
        this.problems = problems;
        this.incidents = incidents;
        this.repeated = repeated;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Writes, and then moves it if it shall go somewhere; both or nothing.
     *
     * @param to null = it stays where it is
     * @param comment why; required to open it again
     * @param expectedVersion the version that the caller has read; null = whichever stands
     * @throws NotFound if there is no such problem
     * @throws Stale if another version stands
     * @throws Invalid if it would be a known error that nobody can work around
     * @throws ProblemMoveRefused if it cannot go there from where it stands
     */
    @Transactional
    public Problem change(
            UUID id, ProblemPatch patch, ProblemStatus to, String comment, Long expectedVersion, Caller caller) {
        Problem problem = problems.locked(id).orElseThrow(() -> new NotFound("problem", id.toString()));
        problem.expectVersion(expectedVersion);
        Person by = Person.of(caller);
        Instant now = now();
        if (!patch.fields().isEmpty()) {
            write(problem, patch, to == null ? comment : null, by, now);
        }
        if (to != null) {
            move(problem, to, comment, by, now);
        }
        return problem;
    }

    /**
     * @throws NotFound if there is no such problem
     * @throws Invalid if there is no such ticket
     */
    @Transactional
    public Problem link(UUID id, String ticketId, Caller caller) {
        Problem problem = problems.locked(id).orElseThrow(() -> new NotFound("problem", id.toString()));
        Incident ticket = incidents.of(Set.of(ticketId)).stream()
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "ticketId", "there is no ticket " + ticketId + " yet; a new one is known in a second"));
        Person by = Person.of(caller);
        Instant now = now();
        if (problem.link(ticketId, setOf(ticket.serviceId()), setOf(ticket.circuitId()), by, now)) {
            outbox.append(ProblemEvent.written(problem, List.of("tickets"), by, now));
        }
        return problem;
    }

    private void write(Problem problem, ProblemPatch patch, String comment, Person by, Instant now) {
        Instant causeBefore = problem.rootCauseAt();
        problem.write(patch, comment, by, now);
        outbox.append(ProblemEvent.written(problem, patch.fields(), by, now));
        if (problem.rootCauseAt() != null && !problem.rootCauseAt().equals(causeBefore)) {
            repeated.seek(problem);
        }
    }

    private void move(Problem problem, ProblemStatus to, String comment, Person by, Instant now) {
        ProblemStatus from = problem.status();
        if (from == ProblemStatus.RESOLVED && to == ProblemStatus.IN_PROGRESS && comment == null) {
            throw new Invalid("reason", "is required: say why it is open again");
        }
        problem.move(to, comment, by, now);
        outbox.append(ProblemEvent.moved(problem, from, by, now));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Set<String> setOf(String idOrNull) {
        return idOrNull == null ? Set.of() : Set.of(idOrNull);
    }
}
