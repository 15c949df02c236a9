package com.interspace.rfo.action;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Stale;
import com.interspace.rfo.report.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that shall keep a problem from coming back, promised by an owner until a day. It ends done, with evidence,
 * or cancelled, with a reason. What is still open when its time is over is overdue until it ends or gets another date.
 */
@Entity
public class PreventiveAction {

    @Id
    private UUID id;

    private long version;
    private UUID problemId;
    private String text;
    private String owner;
    private Instant due;
    private ActionStatus status;
    private Instant overdueSince;
    private String evidence;
    private String comment;
    private Instant createdAt;
    private String createdBy;
    private Instant finishedAt;
    private String finishedBy;

    protected PreventiveAction() {}

    /** @param owner who has promised it: a person or a team, by name */
    public static PreventiveAction planned(
            UUID problemId, String text, String owner, Instant due, Person by, Instant at) {
        PreventiveAction action = new PreventiveAction();
        action.id = UUID.randomUUID();
        action.version = 1;
        action.problemId = problemId;
        action.text = text;
        action.owner = owner;
        action.due = due;
        action.status = ActionStatus.OPEN;
        action.createdAt = at;
        action.createdBy = by.name();
        return action;
    }

    /** @throws Stale if the caller has read another version; null = he does not mind */
    public void expectVersion(Long expected) {
        if (expected != null && expected != version) {
            throw new Stale(version);
        }
    }

    /**
     * Null leaves as it is. With a new date it is not overdue any more.
     *
     * @throws ActionMoveRefused if it has ended
     */
    public void change(String text, String owner, Instant due, String comment) {
        requireOpen();
        this.text = text == null ? this.text : text;
        this.owner = owner == null ? this.owner : owner;
        if (due != null && !due.equals(this.due)) {
            this.due = due;
            this.overdueSince = null;
        }
        this.comment = comment == null ? this.comment : comment;
        version++;
    }

    /**
     * @param evidence what shows that it is done; required for done
     * @param comment why; required for cancelled
     * @throws ActionMoveRefused if it has ended
     */
    public void finish(ActionStatus to, String evidence, String comment, Person by, Instant at) {
        if (!status.next().contains(to)) {
            throw new ActionMoveRefused(status);
        }
        if (to == ActionStatus.DONE && evidence == null) {
            throw new Invalid("evidence", "is required: say what shows that it is done");
        }
        if (to == ActionStatus.CANCELLED && comment == null) {
            throw new Invalid("comment", "is required: say why it is not needed any more");
        }
        status = to;
        this.evidence = evidence;
        this.comment = comment == null ? this.comment : comment;
        finishedAt = at;
        finishedBy = by.name();
        version++;
    }

    /** @return whether it is overdue from now on; false if it has ended, has another date or is known to be late */
    public boolean fellDue(Instant dueAt) {
        if (status != ActionStatus.OPEN || overdueSince != null || !due.equals(dueAt)) {
            return false;
        }
        overdueSince = dueAt;
        version++;
        return true;
    }

    private void requireOpen() {
        if (status != ActionStatus.OPEN) {
            throw new ActionMoveRefused(status);
        }
    }

    public UUID id() {
        return id;
    }

    /** One more with each change. */
    public long version() {
        return version;
    }

    public UUID problemId() {
        return problemId;
    }

    public String text() {
        return text;
    }

    public String owner() {
        return owner;
    }

    public Instant due() {
        return due;
    }

    public ActionStatus status() {
        return status;
    }

    public boolean isOverdue() {
        return status == ActionStatus.OPEN && overdueSince != null;
    }

    /** Stays when it is done late; null while it never was late. */
    public Instant overdueSince() {
        return overdueSince;
    }

    public String evidence() {
        return evidence;
    }

    public String comment() {
        return comment;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    public String finishedBy() {
        return finishedBy;
    }
}
