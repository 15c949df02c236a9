package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line in the history of a climb: a level that was reached, or passed over. Once per ticket, cycle and level. */
@Entity
@Table(name = "climb_step")
public class Step {

    /** Whether the ticket came to stand on the level. */
    public enum Outcome {
        REACHED,
        SKIPPED;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a level is passed over when several were due at once. */
    public static final String PASSED_OVER = "passed-over";

    /** Why a level is passed over where nobody can be told. */
    public static final String NOBODY_REACHABLE = "nobody-reachable";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String ticketId;
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
    private long version;

    protected Step() {}

    static Step reached(String ticketId, int cycle, int from, Level level, Ground ground, Instant at, long version) {
        Step step = on(ticketId, cycle, from, level, ground.cause(), at, version);
        step.outcome = Outcome.REACHED;
        step.reason = ground.reason();
        step.requestedBy = ground.requestedBy();
        step.callerId = ground.callerId();
        step.confirmedByClock = ground.confirmedByClock();
        return step;
    }

    static Step skipped(String ticketId, int cycle, int from, Level level, Cause cause, Instant at, long version) {
        Step step = on(ticketId, cycle, from, level, cause, at, version);
        step.outcome = Outcome.SKIPPED;
        step.reason = level.hasSomebody() ? PASSED_OVER : NOBODY_REACHABLE;
        return step;
    }

    private static Step on(String ticketId, int cycle, int from, Level level, Cause cause, Instant at, long version) {
        Step step = new Step();
        step.ticketId = ticketId;
        step.cycle = cycle;
        step.fromLevel = from;
        step.level = level.level();
        step.title = level.title();
        step.cause = cause;
        step.told = new Told(level.persons());
        step.at = at;
        step.version = version;
        return step;
    }

    public boolean isSkipped() {
        return outcome == Outcome.SKIPPED;
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

    /** The version of the climb after this step. */
    public long version() {
        return version;
    }
}
