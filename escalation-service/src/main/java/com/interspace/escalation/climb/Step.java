package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One line in the history of a climb: a level that was reached or passed over, or what the centre ordered. In a cycle
 * a level is reached at most once and passed over at most once. Somebody may acknowledge a level that was reached.
 */
@Entity
@Table(name = "climb_step")
@IdClass(Step.Key.class)
public class Step {

    /** Why a level is passed over when several were due at once. */
    public static final String PASSED_OVER = "passed-over";

    /** Why a level is passed over whose persons could not be reached at that hour. */
    public static final String NOBODY_REACHABLE = "nobody-reachable";

    /** Why a level is passed over that the matrix leaves out on purpose. */
    public static final String LEFT_OUT = "left-out";

    /** No two steps of a climb leave it with the same version. */
    public record Key(String ticketId, long version) implements Serializable {}

    /** @param version of the climb after the step */
    record Moment(String ticketId, int cycle, Instant at, long version) {}

    @Id
    private String ticketId;

    @Id
    private long version;

    private int cycle;
    private int level;
    private int fromLevel;
    private String title;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    private String reason;
    private String requestedBy;
    private String callerId;
    private Boolean confirmedByClock;
    private Told told;
    private Instant at;
    private Instant acknowledgedAt;
    private String acknowledgedBy;

    protected Step() {}

    /** Those are told who can be reached; all, where it was asked for by hand and nobody can. */
    static Step reached(Moment moment, int from, Level level, Ground ground, ZoneId zone) {
        List<Person> reachable = level.reachable(moment.at(), zone);
        List<Person> told = reachable.isEmpty() ? level.persons() : reachable;
        return of(Outcome.REACHED, moment, from, level.level(), level.title(), ground, told);
    }

    /** All its persons get a copy, also those who could not be reached. */
    static Step skipped(Moment moment, int from, Level level, Cause cause, ZoneId zone) {
        Ground ground = Ground.of(cause, whyPassedOver(level, moment.at(), zone));
        return of(Outcome.SKIPPED, moment, from, level.level(), level.title(), ground, level.persons());
    }

    private static String whyPassedOver(Level level, Instant at, ZoneId zone) {
        if (level.skip()) {
            return LEFT_OUT;
        }
        return level.reachable(at, zone).isEmpty() ? NOBODY_REACHABLE : PASSED_OVER;
    }

    /** @param title of the level {@code to}; null on the ground */
    static Step of(Outcome outcome, Moment moment, int from, int to, String title, Ground ground, List<Person> told) {
        Step step = new Step();
        step.outcome = outcome;
        step.ticketId = moment.ticketId();
        step.cycle = moment.cycle();
        step.fromLevel = from;
        step.level = to;
        step.title = title == null ? "" : title;
        step.cause = ground.cause();
        step.reason = ground.reason();
        step.requestedBy = ground.requestedBy();
        step.callerId = ground.callerId();
        step.confirmedByClock = ground.confirmedByClock();
        step.told = new Told(told);
        step.at = moment.at();
        step.version = moment.version();
        return step;
    }

    /** @return false when the level had been acknowledged before, which changes nothing */
    public boolean acknowledge(String by, Instant now) {
        if (acknowledgedAt != null) {
            return false;
        }
        acknowledgedAt = now;
        acknowledgedBy = by;
        return true;
    }

    public boolean isReached() {
        return outcome == Outcome.REACHED;
    }

    public boolean isSkipped() {
        return outcome == Outcome.SKIPPED;
    }

    /** Whether nobody could be told of a level whose time had come, so that somebody has to look after the ticket. */
    public boolean isAlarming() {
        return isSkipped() && NOBODY_REACHABLE.equals(reason);
    }

    public String ticketId() {
        return ticketId;
    }

    public int cycle() {
        return cycle;
    }

    public int from() {
        return fromLevel;
    }

    public int to() {
        return level;
    }

    public String title() {
        return title;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Cause cause() {
        return cause;
    }

    public String reason() {
        return reason;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public String callerId() {
        return callerId;
    }

    public Boolean confirmedByClock() {
        return confirmedByClock;
    }

    /** Those who are told that the level was reached, or copied because it was passed over. */
    public List<Person> told() {
        return told.persons();
    }

    public Instant at() {
        return at;
    }

    /** Null until somebody has. */
    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    /** The name of who acknowledged; null until somebody has. */
    public String acknowledgedBy() {
        return acknowledgedBy;
    }

    /** The version of the climb after this step. */
    public long version() {
        return version;
    }
}
