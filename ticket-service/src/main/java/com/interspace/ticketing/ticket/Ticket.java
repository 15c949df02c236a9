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
 * start; what the reporter left out is asked for, and the ticket is <em>pending</em> until then. An agent takes it <em>inProgress</em>. It is <em>pending</em> while the customer has to act and
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

    /** The status reason of a ticket that waits for missing information. */
    public static final String INFORMATION_REQUIRED = "information-required";

    private static final Set<Status> CUSTOMERS_CHOICES =
            EnumSet.of(Status.CANCELLED, Status.CLOSED, Status.IN_PROGRESS);

    @Id
    private String id;

    private String account;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String statusReason;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private int priorityMatrixVersion;
    private int slaPolicyVersion;

    @Embedded
    private Report report;

    @Embedded
    private Reporter reporter;

    @Embedded
    private MissingInformation missing;

    @Enumerated(EnumType.STRING)
    private Task task;

    @Embedded
    private PartnerWords partnerWords;

    private String language;
    private List<String> likelyDuplicates;

    /** Tells whether another report with the same external id is this one. */
    private String reportDigest;

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

    /**
     * A fault is reported: the ticket exists from now on. It is acknowledged, or pending while the reporter is asked
     * for something that work cannot begin without.
     */
    public static Ticket open(String id, Opening opening, PriorityMatrix matrix, SlaPolicy policy, Instant now) {
        Report report = opening.report();
        Ticket ticket = new Ticket();
        ticket.id = id;
        ticket.account = opening.account();
        ticket.reporter = opening.reporter();
        ticket.report = report;
        ticket.missing = MissingInformation.asked(opening.questions(), now);
        ticket.status = ticket.missing.holdsWorkUp() ? Status.PENDING : Status.ACKNOWLEDGED;
        ticket.statusReason = ticket.missing.holdsWorkUp() ? INFORMATION_REQUIRED : null;
        ticket.priority = matrix.judge(report.impact(), report.urgency());
        ticket.priorityMatrixVersion = matrix.version();
        ticket.slaPolicyVersion = policy.version();
        ticket.partnerWords = opening.words();
        ticket.language = opening.language();
        ticket.likelyDuplicates = List.copyOf(opening.likelyDuplicates());
        ticket.reportDigest = opening.reportDigest();
        ticket.createdAt = now;
        ticket.life = Life.begin(now, ticket.priority, ticket.status);
        ticket.historyHead = "";
        ticket.record(now, opening.by(), report.channel(), new TicketEvent.Opened(report.channel()));
        if (!ticket.missing.isEmpty()) {
            ticket.record(now, Actor.SYSTEM, null, TicketEvent.InformationRequired.of(ticket.missing));
        }
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
        enter(to, reason, now);
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

    /**
     * Takes what the reporter answered. When nothing holds the work up any longer, the ticket goes back by itself to
     * where it would stand without the questions.
     *
     * @throws TicketFinal when the ticket has come to its end
     */
    public void complete(Completion answer, PriorityMatrix matrix, Actor by, Channel through, Instant now) {
        checkNotFinal();
        if (answer.given().isEmpty()) {
            return;
        }
        missing = answer.remaining();
        report = answer.report().judged(report.impact(), report.urgency());
        record(now, by, through, TicketEvent.InformationCompleted.of(answer));
        judge(answer.report().impact(), answer.report().urgency(), matrix, "information completed", by, now);
        if (status == Status.PENDING && INFORMATION_REQUIRED.equals(statusReason) && !missing.holdsWorkUp()) {
            goOn("information completed", now);
        }
    }

    /** Whether the ticket waits for information that work cannot begin without. */
    public boolean waitsForInformation() {
        return status == Status.PENDING && missing.holdsWorkUp();
    }

    /** Reminds the reporter of what is missing. */
    public void askAgain(Instant now) {
        missing = missing.askedAgain();
        record(now, Actor.SYSTEM, null, TicketEvent.InformationRequired.of(missing));
    }

    /** Leaves the ticket to an agent until its status changes. */
    public void needs(Task newTask) {
        task = newTask;
    }

    /** Closes a resolved ticket that nobody has objected to; does nothing to any other. */
    public void closeUnopposed(Instant now) {
        if (status == Status.RESOLVED) {
            transition(Status.CLOSED, Actor.SYSTEM, null, "timeout", null, now);
        }
    }

    /** Writes down what somebody said. A public word of the centre stops the response clock and restarts updates. */
    public void noted(UUID noteId, Visibility visibility, String text, Actor by, Channel through, Instant now) {
        checkNotFinal();
        boolean isPublic = visibility == Visibility.PUBLIC;
        if (isPublic && by.isCentre()) {
            life = life.with(now, Life.Kind.SPOKE, "");
        }
        record(now, by, through, new TicketEvent.NoteAdded(noteId, visibility, isPublic ? text : null));
    }

    /** A file has been added; it stops no clock, whoever adds it. */
    public void attached(TicketEvent.AttachmentAdded file, Actor by, Channel through, Instant now) {
        checkNotFinal();
        record(now, by, through, file);
    }

    /** Judges anew; nothing happens when impact and urgency stay what they are. */
    public void judge(Impact newImpact, Urgency newUrgency, PriorityMatrix matrix, String note, Actor by, Instant now) {
        checkNotFinal();
        if (newImpact == report.impact() && newUrgency == report.urgency()) {
            return;
        }
        Priority before = priority;
        report = report.judged(newImpact, newUrgency);
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

    /** The system takes a waiting ticket back: acknowledged, unless somebody has worked on it before. */
    private void goOn(String reason, Instant now) {
        Status from = status;
        enter(life.hasBeen(Status.IN_PROGRESS) ? Status.IN_PROGRESS : Status.ACKNOWLEDGED, null, now);
        record(now, Actor.SYSTEM, null, new TicketEvent.StatusChanged(from, status, reason));
    }

    private void enter(Status to, String reason, Instant now) {
        status = to;
        statusReason = reason;
        task = null;
        life = life.with(now, Life.Kind.STATUS, to.toString());
    }

    private void checkNotFinal() {
        if (status.isFinal()) {
            throw new TicketFinal(status);
        }
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
        return report.serviceId();
    }

    public PartnerWords partnerWords() {
        return partnerWords == null ? PartnerWords.NONE : partnerWords;
    }

    public Channel channel() {
        return report.channel();
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
        return report.impact();
    }

    public Urgency urgency() {
        return report.urgency();
    }

    public Priority requestedPriority() {
        return report.requestedPriority();
    }

    public int slaPolicyVersion() {
        return slaPolicyVersion;
    }

    public String summary() {
        return report.summary();
    }

    public String description() {
        return report.description();
    }

    public Instant problemStart() {
        return report.problemStart();
    }

    public FaultNature faultNature() {
        return report.faultNature();
    }

    public String circuitId() {
        return report.circuitId();
    }

    public List<String> ipAddresses() {
        return report.ipAddresses();
    }

    public String externalId() {
        return report.externalId();
    }

    public Reporter reporter() {
        return reporter;
    }

    /** As it was reported, with what has been answered since and as it is judged now. */
    public Report report() {
        return report;
    }

    public MissingInformation missing() {
        return missing;
    }

    /** What an agent has to do; null when nothing is left lying. */
    public Task task() {
        return task;
    }

    /** ISO 639-1 code of the language the reporter wrote in; null when it cannot be told. */
    public String language() {
        return language;
    }

    /** Open tickets on the same service or circuit when this one was opened, newest first. */
    public List<String> likelyDuplicates() {
        return likelyDuplicates;
    }

    public boolean wasReportedAs(String digest) {
        return digest.equals(reportDigest);
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
