package com.interspace.ticketing.ticket;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.sla.TicketClocks;
import jakarta.persistence.Entity;
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
 * start. An agent takes it <em>inProgress</em>. It is <em>pending</em> while the customer has to act, be it that he
 * left something out of his report, or while both sides let it wait, and <em>held</em> while a third party has to act;
 * only pending pauses what the centre owes. When the fault is gone it
 * is <em>resolved</em>, with words that the customer can read. The customer confirms, and it is <em>closed</em>;
 * refuses, and a new cycle begins; or stays silent, and it closes by itself after 72 hours. A report that is not a
 * fault of ours is <em>rejected</em>; one that is taken back is <em>cancelled</em>.
 *
 * <p>Every happening is a {@link TicketEvent}; it raises the version by one and is waiting in {@link #drain()}
 * until it is put on record.
 */
@Entity
public class Ticket extends TicketRecord {

    /** The status reason of a ticket that waits for missing information. */
    public static final String INFORMATION_REQUIRED = "information-required";

    /** The status reason of a ticket that both sides let wait until the next business day. */
    public static final String DEFERRED = "deferred";

    private static final Set<Status> CUSTOMERS_CHOICES =
            EnumSet.of(Status.CANCELLED, Status.CLOSED, Status.IN_PROGRESS);

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
        ticket.deferral = Deferral.NONE;
        ticket.joins = Joins.NONE;
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

    /** {@link #transition(Status, Actor, Channel, String, String, String, Instant)} without a word on what is held for. */
    public void transition(Status to, Actor by, Channel through, String reason, String words, Instant now) {
        transition(to, by, through, reason, null, words, now);
    }

    /**
     * Takes the ticket where somebody wants it.
     *
     * @param reason required to reject, reopen or refuse
     * @param heldFor whom or what a held ticket waits for; otherwise ignored
     * @param words the resolution, required for resolved: what the customer reads about the end of his fault
     * @throws TransitionNotAllowed when the table does not lead there from here
     * @throws Forbidden when it does, but not for this party
     * @throws Invalid when the reason or the resolution is missing
     */
    public void transition(
            Status to, Actor by, Channel through, String reason, String heldFor, String words, Instant now) {
        if (!status.next().contains(to)) {
            throw new TransitionNotAllowed(status, to);
        }
        checkParty(to, by);
        checkWords(to, reason, words);
        Status from = status;
        enter(to, reason, now);
        heldBy = to == Status.HELD ? heldFor : null;
        if (to == Status.RESOLVED) {
            resolution = words;
            resolvedAt = notBefore(now);
            live(now, Life.Kind.SPOKE, "");
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
     * @param note what an agent who answers for him notes; otherwise null
     * @throws TicketFinal when the ticket has come to its end
     */
    public void complete(
            Completion answer, String note, PriorityMatrix matrix, Actor by, Channel through, Instant now) {
        checkNotFinal();
        if (answer.given().isEmpty()) {
            return;
        }
        missing = answer.remaining();
        report = answer.report().judged(report.impact(), report.urgency());
        record(now, by, through, TicketEvent.InformationCompleted.of(answer, note));
        judge(answer.report().impact(), answer.report().urgency(), matrix, "information completed", by, now);
        if (status == Status.PENDING && INFORMATION_REQUIRED.equals(statusReason) && !missing.holdsWorkUp()) {
            goOn("information completed", now);
        }
    }

    /**
     * The centre puts right what was reported; nothing happens when it says what stands already. Impact and urgency are
     * judged, not corrected.
     *
     * @throws TicketFinal when the ticket has come to its end
     */
    public void correct(Report right, String note, Actor by, Channel through, Instant now) {
        checkNotFinal();
        List<Report.Correction> corrections = report.corrections(right);
        if (!corrections.isEmpty()) {
            report = right.judged(report.impact(), report.urgency());
            record(now, by, through, new TicketEvent.Corrected(corrections, note));
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

    /**
     * One side proposes to let the fault wait until the next business day.
     *
     * @param hours the business hours of the service
     * @throws DeferralNotPossible when the fault is of another impact, was not raised outside business hours, or the
     *     next business day has begun
     */
    public void proposeDeferral(String reason, BusinessCalendar hours, Actor by, Channel through, Instant now) {
        checkNotFinal();
        deferral = deferral.proposed(this, hours, by, reason, now);
        record(now, by, through, new TicketEvent.DeferralProposed(reason, deferral.until()));
    }

    /**
     * The other side answers. Accepted: the ticket is pending and every clock stands still until the next business
     * day, or until somebody takes it up.
     *
     * @throws DeferralNotPossible when nothing is proposed, or by this side itself
     */
    public void answerDeferral(boolean accept, Actor by, Channel through, Instant now) {
        checkNotFinal();
        deferral = deferral.answered(this, accept, by);
        if (!accept) {
            record(now, by, through, new TicketEvent.DeferralRefused(deferral.until()));
            return;
        }
        Status from = status;
        enter(Status.PENDING, DEFERRED, now);
        live(now, Life.Kind.DEFERRED, "");
        record(now, by, through, new TicketEvent.Deferred(from, deferral.until(), deferral.proposedBy()));
    }

    /** The next business day has begun: an open proposal lapses, a deferred ticket goes on. */
    public void businessDayBegins(Instant now) {
        if (deferral.until() == null || now.isBefore(deferral.until())) {
            return;
        }
        if (deferral.isProposed()) {
            deferral = deferral.lapsed();
            record(now, Actor.SYSTEM, null, new TicketEvent.DeferralLapsed(deferral.until()));
        } else if (status == Status.PENDING && DEFERRED.equals(statusReason)) {
            goOn("deferral ended", now);
        }
    }

    /** A manager applies another policy; every deadline follows from the whole life again. */
    public void apply(SlaPolicy policy, String reason, Actor by, Instant now) {
        if (policy.version() != slaPolicyVersion) {
            int before = slaPolicyVersion;
            slaPolicyVersion = policy.version();
            record(now, by, null, new TicketEvent.PolicyApplied(before, policy.version(), reason));
        }
    }

    /**
     * Becomes a part of a wider fault.
     *
     * @throws NotJoinable when one of the two has ended, or the joins would not be one parent with its children
     */
    public void adoptedBy(Ticket parent, boolean hasChildren, Actor by, Instant now) {
        if (joins().hasParent(parent.id)) {
            return;
        }
        joins = joins().child(this, parent, hasChildren);
        record(now, by, null, TicketEvent.Linked.to(parent, this, "parent"));
        parent.record(now, by, null, TicketEvent.Linked.to(this, parent, "child"));
    }

    /**
     * Ends here and goes on in another ticket of the same account.
     *
     * @throws NotJoinable when that is not possible
     */
    public void mergeInto(Ticket other, boolean hasChildren, Actor by, Instant now) {
        joins = joins().merged(this, other, hasChildren);
        Status from = status;
        enter(Status.CANCELLED, "merged into " + other.id, now);
        record(now, by, null, new TicketEvent.Merged(from, other.id));
        other.record(now, by, null, TicketEvent.Linked.to(this, other, "duplicate"));
    }

    /** Goes on from a ticket of the same account that has come to its end; each names the other. */
    public void follow(Ticket ended, Actor by, Channel through, Instant now) {
        joins = joins().following(ended);
        record(now, by, through, TicketEvent.Linked.to(ended, this, "predecessor"));
        ended.record(now, by, through, TicketEvent.Linked.to(this, ended, "follow-up"));
    }

    /** A public word on the parent reaches this customer too. */
    public void updatedByParent(UUID noteId, String text, Actor author, Instant now) {
        live(now, Life.Kind.UPDATED, "");
        record(now, author, null, new TicketEvent.NoteAdded(noteId, Visibility.PUBLIC, text));
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
            live(now, Life.Kind.SPOKE, "");
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
        Report judged = report.judged(newImpact, newUrgency);
        List<Report.Correction> judgements = report.judgements(judged);
        report = judged;
        priority = matrix.judge(newImpact, newUrgency);
        priorityMatrixVersion = matrix.version();
        if (priority != before) {
            live(now, Life.Kind.PRIORITY, priority.toString());
        }
        record(now, by, null, new TicketEvent.PriorityChanged(before, priority, judgements, note));
    }

    /** Notes every threshold that the clocks have passed by now and that has not been noted yet. */
    public void noteCrossings(SlaPolicy policy, Instant now) {
        TicketClocks clocks = new TicketClocks(life, policy);
        int cycle = life.cycles().size();
        for (TicketClocks.Crossing crossing : clocks.crossingsAhead(now)) {
            if (!crossing.at().isAfter(now)) {
                live(now, crossing.kind(), crossing.clock().toString());
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
        if (missing.holdsWorkUp() && !INFORMATION_REQUIRED.equals(statusReason)) {
            enter(Status.PENDING, INFORMATION_REQUIRED, now);
        } else {
            enter(life.hasBeen(Status.IN_PROGRESS) ? Status.IN_PROGRESS : Status.ACKNOWLEDGED, null, now);
        }
        record(now, Actor.SYSTEM, null, new TicketEvent.StatusChanged(from, status, reason, null));
    }

    private void enter(Status to, String reason, Instant now) {
        status = to;
        statusReason = reason;
        task = null;
        live(now, Life.Kind.STATUS, to.toString());
    }

    private void checkNotFinal() {
        if (status.isFinal()) {
            throw new TicketFinal(status);
        }
    }

    private void live(Instant now, Life.Kind kind, String value) {
        life = life.with(notBefore(now), kind, value);
    }

    private void record(Instant now, Actor by, Channel through, TicketEvent event) {
        version++;
        changedAt = notBefore(now);
        waiting.add(new Recorded(version, changedAt, by, through, event));
    }

    /**
     * What happens is never told as earlier than what happened before it: whoever tells may have waited for his turn, or
     * may look at a clock that is behind.
     */
    private Instant notBefore(Instant now) {
        return now.isBefore(changedAt()) ? changedAt() : now;
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
                    yield new TicketEvent.StatusChanged(from, to, reason, heldBy);
                }
                yield by.isCentre()
                        ? new TicketEvent.Reopened(from, reason)
                        : new TicketEvent.ResolutionRefused(from, reason);
            }
        };
    }
}
