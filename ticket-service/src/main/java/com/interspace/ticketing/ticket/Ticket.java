package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.sla.TicketClocks;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One case of one customer, from the report of a fault to its end.
 *
 * <p>Somebody reports a fault: the ticket is <em>acknowledged</em>, judged by the priority matrix, and its clocks
 * start. An agent takes it <em>inProgress</em>. It is <em>pending</em> while the customer has to act and
 * <em>held</em> while a third party has to; only the first pauses what the centre owes. When the fault is gone it
 * is <em>resolved</em>, with words that the customer can read. The customer confirms, and it is <em>closed</em>;
 * refuses, and a new cycle begins; or stays silent, and it closes by itself after 72 hours. A report that is not a
 * fault of ours is <em>rejected</em>; one that is taken back is <em>cancelled</em>.
 *
 * <p>Every happening is a {@link TicketEvent}; it raises the version by one and is waiting in {@link #drain()}
 * until it is put on record.
 */
@Entity
public class Ticket {

    private static final Set<Status> CUSTOMERS_CHOICES =
            EnumSet.of(Status.CANCELLED, Status.CLOSED, Status.IN_PROGRESS);

    @Id
    private String id;

    private String account;
    private String serviceId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String statusReason;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private Impact impact;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Priority requestedPriority;

    private int priorityMatrixVersion;
    private int slaPolicyVersion;
    private String summary;
    private String description;
    private Instant problemStart;

    @Enumerated(EnumType.STRING)
    private FaultNature faultNature;

    private String circuitId;
    private List<String> ipAddresses;
    private String externalId;

    @Embedded
    private Reporter reporter;

    private String resolution;
    private Instant createdAt;
    private Instant resolvedAt;

    @Convert(converter = LifeConverter.class)
    private Life life;

    private String historyHead;
    private long version;

    @Transient
    private final List<Recorded> waiting = new ArrayList<>();

    protected Ticket() {}

    /** A fault is reported: the ticket exists from now on and is acknowledged. */
    public static Ticket open(
            String id,
            String account,
            Reporter reporter,
            Report report,
            PriorityMatrix matrix,
            SlaPolicy policy,
            Actor by,
            Instant now) {
        Ticket ticket = new Ticket();
        ticket.id = id;
        ticket.account = account;
        ticket.reporter = reporter;
        ticket.serviceId = report.serviceId();
        ticket.channel = report.channel();
        ticket.status = Status.ACKNOWLEDGED;
        ticket.impact = report.impact();
        ticket.urgency = report.urgency();
        ticket.requestedPriority = report.requestedPriority();
        ticket.priority = matrix.judge(report.impact(), report.urgency());
        ticket.priorityMatrixVersion = matrix.version();
        ticket.slaPolicyVersion = policy.version();
        ticket.summary = report.summary();
        ticket.description = report.description();
        ticket.problemStart = report.problemStart();
        ticket.faultNature = report.faultNature();
        ticket.circuitId = report.circuitId();
        ticket.ipAddresses = List.copyOf(report.ipAddresses());
        ticket.externalId = report.externalId();
        ticket.createdAt = now;
        ticket.life = Life.begin(now, ticket.priority);
        ticket.historyHead = "";
        ticket.record(now, by, report.channel(), new TicketEvent.Opened(report.channel()));
        return ticket;
    }

    /**
     * Takes the ticket where somebody wants it.
     *
     * @param reason required to reject, reopen or refuse
     * @param words the resolution, required for resolved: what the customer reads about the end of his fault
     * @throws TransitionNotAllowed when the table does not lead there from here
     * @throws Forbidden when it does, but not for this party
     * @throws Invalid when the reason or the resolution is missing
     */
    public void transition(Status to, Actor by, Channel through, String reason, String words, Instant now) {
        if (!status.next().contains(to)) {
            throw new TransitionNotAllowed(status, to);
        }
        checkParty(to, by);
        checkWords(to, reason, words);
        Status from = status;
        status = to;
        statusReason = reason;
        life = life.with(now, Life.Kind.STATUS, to.toString());
        if (to == Status.RESOLVED) {
            resolution = words;
            resolvedAt = now;
            life = life.with(now, Life.Kind.SPOKE, "");
        } else if (from == Status.RESOLVED && to == Status.IN_PROGRESS) {
            resolution = null;
            resolvedAt = null;
        }
        record(now, by, through, happening(from, to, by, reason));
    }

    /** Closes a resolved ticket that nobody has objected to; does nothing to any other. */
    public void closeUnopposed(Instant now) {
        if (status == Status.RESOLVED) {
            transition(Status.CLOSED, Actor.SYSTEM, null, "timeout", null, now);
        }
    }

    /** Writes down what somebody said. A public word of the centre stops the response clock and restarts updates. */
    public void noted(UUID noteId, Visibility visibility, String text, Actor by, Channel through, Instant now) {
        if (status.isFinal()) {
            throw new TicketFinal(status);
        }
        boolean isPublic = visibility == Visibility.PUBLIC;
        if (isPublic && by.isCentre()) {
            life = life.with(now, Life.Kind.SPOKE, "");
        }
        record(now, by, through, new TicketEvent.NoteAdded(noteId, visibility, isPublic ? text : null));
    }

    /** Judges anew; nothing happens when impact and urgency stay what they are. */
    public void judge(Impact newImpact, Urgency newUrgency, PriorityMatrix matrix, String note, Actor by, Instant now) {
        if (status.isFinal()) {
            throw new TicketFinal(status);
        }
        if (newImpact == impact && newUrgency == urgency) {
            return;
        }
        Priority before = priority;
        impact = newImpact;
        urgency = newUrgency;
        priority = matrix.judge(newImpact, newUrgency);
        priorityMatrixVersion = matrix.version();
        if (priority != before) {
            life = life.with(now, Life.Kind.PRIORITY, priority.toString());
        }
        record(now, by, null, new TicketEvent.PriorityChanged(before, priority, note));
    }

    /** Notes every threshold that the clocks have passed by now and that has not been noted yet. */
    public void noteCrossings(SlaPolicy policy, Instant now) {
        TicketClocks clocks = new TicketClocks(life, policy);
        int cycle = life.cycles().size();
        for (TicketClocks.Crossing crossing : clocks.crossingsAhead(now)) {
            if (!crossing.at().isAfter(now)) {
                life = life.with(now, crossing.kind(), crossing.clock().toString());
                record(
                        now,
                        Actor.SYSTEM,
                        null,
                        crossing.kind() == Life.Kind.WARNED
                                ? new TicketEvent.SlaWarned(crossing.clock(), crossing.due(), cycle)
                                : new TicketEvent.SlaBreached(crossing.clock(), crossing.due(), cycle));
            }
        }
    }

    /** What has happened since it was last asked, oldest first. */
    public List<Recorded> drain() {
        List<Recorded> happened = List.copyOf(waiting);
        waiting.clear();
        return happened;
    }

    /** The history has grown by a row with this hash. */
    public void chained(String hash) {
        historyHead = hash;
    }

    private void record(Instant now, Actor by, Channel through, TicketEvent event) {
        version++;
        waiting.add(new Recorded(version, now, by, through, event));
    }

    private void checkParty(Status to, Actor by) {
        boolean customersMove =
                CUSTOMERS_CHOICES.contains(to) && (to != Status.IN_PROGRESS || status == Status.RESOLVED);
        if (!by.isCentre() && !by.isSystem() && !customersMove) {
            throw new Forbidden("Only the centre can make a ticket " + to + ".");
        }
    }

    private void checkWords(Status to, String reason, String words) {
        if (to == Status.RESOLVED && (words == null || words.isBlank())) {
            throw new Invalid("resolution", "is required to resolve a ticket");
        }
        boolean reopening = status == Status.RESOLVED && to == Status.IN_PROGRESS;
        if ((reopening || to == Status.REJECTED) && (reason == null || reason.isBlank())) {
            throw new Invalid("reason", "is required to " + (reopening ? "reopen" : "reject") + " a ticket");
        }
    }

    private TicketEvent happening(Status from, Status to, Actor by, String reason) {
        return switch (to) {
            case RESOLVED -> new TicketEvent.Resolved(from, resolution);
            case CANCELLED -> new TicketEvent.Cancelled(from, reason);
            case REJECTED -> new TicketEvent.Rejected(from, reason);
            case CLOSED -> new TicketEvent.Closed(from, by.isSystem() ? "timeout" : "confirmed");
            default -> {
                if (from != Status.RESOLVED) {
                    yield new TicketEvent.StatusChanged(from, to, reason);
                }
                yield by.isCentre()
                        ? new TicketEvent.Reopened(from, reason)
                        : new TicketEvent.ResolutionRefused(from, reason);
            }
        };
    }

    public String id() {
        return id;
    }

    public String account() {
        return account;
    }

    public String serviceId() {
        return serviceId;
    }

    public Channel channel() {
        return channel;
    }

    public Status status() {
        return status;
    }

    public String statusReason() {
        return statusReason;
    }

    public Priority priority() {
        return priority;
    }

    public Impact impact() {
        return impact;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Priority requestedPriority() {
        return requestedPriority;
    }

    public int slaPolicyVersion() {
        return slaPolicyVersion;
    }

    public String summary() {
        return summary;
    }

    public String description() {
        return description;
    }

    public Instant problemStart() {
        return problemStart;
    }

    public FaultNature faultNature() {
        return faultNature;
    }

    public String circuitId() {
        return circuitId;
    }

    public List<String> ipAddresses() {
        return ipAddresses;
    }

    public String externalId() {
        return externalId;
    }

    public Reporter reporter() {
        return reporter;
    }

    public String resolution() {
        return resolution;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    public Life life() {
        return life;
    }

    public String historyHead() {
        return historyHead;
    }

    public long version() {
        return version;
    }
}
