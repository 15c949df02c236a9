package com.interspace.rfo.problem;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Stale;
import com.interspace.rfo.report.Person;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The cause behind tickets, known or still sought.
 *
 * <p>It is opened from tickets or from a finding and acknowledged; then somebody works on it, waits for somebody
 * (pending) or for a third party (held), writes down the root cause and a workaround, and the permanent fix. With a
 * workaround it may be declared a known error: from then on new tickets on the same services and circuits are shown it.
 * Resolved and closed it stays until one of its preventive actions is overdue: then it is in progress again.
 */
@Entity
public class Problem {

    @Id
    private UUID id;

    private String number;
    private long version;
    private String title;
    private String description;
    private String reason;
    private String category;
    private Priority priority;
    private ProblemStatus status;
    private String statusReason;
    private Instant statusSince;
    private RootCause rootCause;
    private String rootCauseCategory;
    private Instant rootCauseAt;
    private String workaround;
    private boolean knownError;
    private Instant knownErrorSince;
    private String permanentFix;

    @Embedded
    private Originator originator;

    private Instant openedAt;
    private Instant changedAt;
    private Instant resolvedAt;
    private Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "problem_ticket", joinColumns = @JoinColumn(name = "problem_id"))
    @Column(name = "ticket_id")
    private Set<String> tickets = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "problem_service", joinColumns = @JoinColumn(name = "problem_id"))
    @Column(name = "service_id")
    private Set<String> services = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "problem_circuit", joinColumns = @JoinColumn(name = "problem_id"))
    @Column(name = "circuit_id")
    private Set<String> circuits = new HashSet<>();

    @OneToMany(mappedBy = "problem", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    private List<ProblemChange> changes = new ArrayList<>();

    protected Problem() {}

    public static Problem opened(String number, Opening opening, Person by, Instant at) {
        Problem problem = new Problem();
        problem.id = UUID.randomUUID();
        problem.number = number;
        problem.title = opening.title();
        problem.description = opening.description();
        problem.reason = opening.reason();
        problem.category = opening.category();
        problem.priority = opening.priority();
        problem.originator = opening.originator();
        problem.tickets.addAll(opening.tickets());
        problem.services.addAll(opening.services());
        problem.circuits.addAll(opening.circuits());
        problem.openedAt = at;
        problem.moveTo(ProblemStatus.ACKNOWLEDGED, null, by, at);
        return problem;
    }

    /** @throws Stale if the caller has read another version; null = he does not mind */
    public void expectVersion(Long expected) {
        if (expected != null && expected != version) {
            throw new Stale(version);
        }
    }

    /**
     * Takes over what is written. Nothing happens where nothing is.
     *
     * @throws Invalid if it would be a known error that nobody can work around
     */
    public void write(ProblemPatch patch, String comment, Person by, Instant at) {
        if (patch.fields().isEmpty()) {
            return;
        }
        title = patch.title() == null ? title : patch.title();
        description = orBefore(patch.description(), description);
        reason = orBefore(patch.reason(), reason);
        category = patch.category() == null ? category : patch.category();
        priority = patch.priority() == null ? priority : patch.priority();
        workaround = orBefore(patch.workaround(), workaround);
        permanentFix = orBefore(patch.permanentFix(), permanentFix);
        replace(services, patch.services());
        replace(circuits, patch.circuits());
        writeRootCause(patch.rootCause(), at);
        declare(patch.knownError(), at);
        written(patch.fields(), comment, by, at);
    }

    /**
     * Says that a ticket is one of this problem's; its service and circuit suffer from it.
     *
     * @return whether it was not known before
     */
    public boolean link(String ticketId, Set<String> itsServices, Set<String> itsCircuits, Person by, Instant at) {
        if (!tickets.add(ticketId)) {
            return false;
        }
        services.addAll(itsServices);
        circuits.addAll(itsCircuits);
        written(List.of("tickets"), "Ticket " + ticketId, by, at);
        return true;
    }

    /** @throws ProblemMoveRefused unless a person may move it there from where it stands */
    public void move(ProblemStatus to, String reason, Person by, Instant at) {
        if (!status.next().contains(to)) {
            throw new ProblemMoveRefused(status, to);
        }
        moveTo(to, reason, by, at);
    }

    /**
     * What was promised to prevent it was not done in time, so it is open again.
     *
     * @return false if it is open anyway
     */
    public boolean reopen(String reason, Instant at) {
        if (!status.isOver()) {
            return false;
        }
        moveTo(ProblemStatus.IN_PROGRESS, reason, Person.SYSTEM, at);
        return true;
    }

    /** What a reader would still expect to be written. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (rootCause == null) {
            missing.add("rootCause");
        }
        if (workaround == null && permanentFix == null) {
            missing.add("workaround");
        }
        if (permanentFix == null) {
            missing.add("permanentFix");
        }
        return missing;
    }

    private void writeRootCause(RootCause found, Instant at) {
        if (found == null) {
            return;
        }
        boolean sameCategory = found.category().equals(rootCauseCategory);
        rootCause = found;
        rootCauseCategory = found.category();
        rootCauseAt = sameCategory ? rootCauseAt : at;
    }

    private void declare(Boolean asKnownError, Instant at) {
        boolean known = asKnownError == null ? knownError : asKnownError;
        if (known && workaround == null) {
            throw new Invalid("workaround", "is required for a known error: it is what a new ticket is offered");
        }
        if (known != knownError) {
            knownErrorSince = known ? at : null;
        }
        knownError = known;
    }

    private void moveTo(ProblemStatus to, String comment, Person by, Instant at) {
        ProblemStatus from = status;
        status = to;
        statusReason = comment;
        statusSince = at;
        resolvedAt = to == ProblemStatus.RESOLVED ? at : to.isOver() ? resolvedAt : null;
        closedAt = to == ProblemStatus.CLOSED ? at : null;
        version++;
        changedAt = at;
        changes.add(ProblemChange.moved(this, from, to, comment, by, at));
    }

    private void written(List<String> fields, String comment, Person by, Instant at) {
        version++;
        changedAt = at;
        changes.add(ProblemChange.written(this, fields, comment, by, at));
    }

    private static void replace(Set<String> these, Set<String> others) {
        if (others != null) {
            these.retainAll(others);
            these.addAll(others);
        }
    }

    private static String orBefore(String text, String before) {
        return text == null ? before : text.isBlank() ? null : text;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    /** One more with each change. */
    public long version() {
        return version;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String reason() {
        return reason;
    }

    public String category() {
        return category;
    }

    public Priority priority() {
        return priority;
    }

    public ProblemStatus status() {
        return status;
    }

    public String statusReason() {
        return statusReason;
    }

    public Instant statusSince() {
        return statusSince;
    }

    /** Null while it is unknown. */
    public RootCause rootCause() {
        return rootCause;
    }

    /** When its category was first written as it is; null while it is unknown. */
    public Instant rootCauseAt() {
        return rootCauseAt;
    }

    public String workaround() {
        return workaround;
    }

    public boolean knownError() {
        return knownError;
    }

    public Instant knownErrorSince() {
        return knownErrorSince;
    }

    public String permanentFix() {
        return permanentFix;
    }

    public Originator originator() {
        return originator;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public Set<String> tickets() {
        return new TreeSet<>(tickets);
    }

    public Set<String> services() {
        return new TreeSet<>(services);
    }

    public Set<String> circuits() {
        return new TreeSet<>(circuits);
    }

    public List<ProblemChange> changes() {
        return List.copyOf(changes);
    }
}
