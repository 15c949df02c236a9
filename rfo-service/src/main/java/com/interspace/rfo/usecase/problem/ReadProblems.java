package com.interspace.rfo.usecase.problem;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemChange;
import com.interspace.rfo.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is looked up of problems. The centre sees all; a partner sees those that hurt a service or a ticket of his, and of
 * these only his own services and tickets.
 */
@ApplicationScoped
public class ReadProblems {

    private static final int MOST_KNOWN_ERRORS = 50;

    /**
     * A problem as a caller may see it; {@code services} and {@code tickets} are his own for a customer or partner, who sees neither circuits nor
     * changes.
     */
    public record Seen(
            Problem problem,
            Set<String> services,
            Set<String> circuits,
            Set<String> tickets,
            List<ProblemChange> changes) {}

    private final Problems problems;
    private final Findings findings;

    @Inject
    ReadProblems(Problems problems, Findings findings) {
        this.problems = problems;
        this.findings = findings;
    }

    /** @throws NotFound if there is none */
    @Transactional
    public ProblemReading read(UUID id) {
        Problem problem = problems.byId(id).orElseThrow(() -> new NotFound("problem", id.toString()));
        return new ProblemReading(
                problem,
                problem.services(),
                problem.circuits(),
                problem.tickets(),
                findings.ofProblem(id),
                problem.changes());
    }

    /**
     * @param after where the list goes on; null = from the newest
     * @param limit rows of the page
     */
    @Transactional
    public Page<Problem> list(Problems.Filter filter, Cursor after, int limit) {
        return Page.of(problems.list(filter, after, limit + 1), limit, Problems::after);
    }

    @Transactional
    public long count(Problems.Filter filter) {
        return problems.count(filter);
    }

    /** What a new ticket on this service or circuit, or this very ticket, is offered; newest first. */
    @Transactional
    public List<Problem> knownErrors(String serviceId, String circuitId, String ticketId) {
        return problems.knownErrors(serviceId, circuitId, ticketId, MOST_KNOWN_ERRORS);
    }

    /** @throws NotFound if there is no such problem */
    @Transactional
    public List<Problems.LinkedTicket> tickets(UUID id) {
        problems.byId(id).orElseThrow(() -> new NotFound("problem", id.toString()));
        return problems.ticketsOf(id);
    }

    /** @throws NotFound if there is none that the caller may see */
    @Transactional
    public Seen seen(UUID id, Caller caller) {
        return problems.byId(id)
                .map(problem -> seen(problem, caller))
                .filter(seen -> caller.accountScope().isEmpty()
                        || !seen.services().isEmpty()
                        || !seen.tickets().isEmpty())
                .orElseThrow(() -> new NotFound("problem", id.toString()));
    }

    /** From a row on, newest first. The filter carries the caller's accounts. */
    @Transactional
    public List<Seen> slice(Problems.Filter filter, int from, int rows, Caller caller) {
        return problems.slice(filter, from, rows).stream()
                .map(problem -> seen(problem, caller))
                .toList();
    }

    private Seen seen(Problem problem, Caller caller) {
        return caller.accountScope()
                .map(accounts -> new Seen(
                        problem,
                        problems.ownServices(problem.services(), accounts),
                        Set.of(),
                        problems.ownTickets(problem.tickets(), accounts),
                        List.of()))
                .orElseGet(() -> new Seen(
                        problem, problem.services(), problem.circuits(), problem.tickets(), problem.changes()));
    }
}
