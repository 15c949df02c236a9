package com.interspace.rfo.finding;

import com.interspace.chassis.refusal.Stale;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * A risk that shows in the record before it hurts, with what it rests on and why it was raised.
 *
 * <p>It is raised once. What comes later and says the same joins it as further evidence, also when a person has
 * decided on it. A person confirms it (and opens a problem), dismisses it, or lets it rest until a time.
 */
@Entity
public class Finding {

    @Id
    private UUID id;

    private long version;
    private FindingKind kind;

    @Embedded
    private Subject subject;

    private String about;
    private FindingState state;
    private String sentence;
    private Measure measure;
    private Instant firstAt;
    private Instant lastAt;
    private Instant raisedAt;
    private Instant snoozedUntil;
    private String decidedBy;
    private Instant decidedAt;
    private String comment;
    private UUID problemId;

    protected Finding() {}

    /**
     * @param about what of the subject, where it can have several risks of a kind at once; otherwise empty
     * @param firstAt when the oldest piece of evidence happened
     */
    public static Finding raised(
            FindingKind kind,
            Subject subject,
            String about,
            String sentence,
            Measure measure,
            Instant firstAt,
            Instant lastAt,
            Instant at) {
        Finding finding = new Finding();
        finding.id = UUID.randomUUID();
        finding.version = 1;
        finding.kind = kind;
        finding.subject = subject;
        finding.about = about;
        finding.state = FindingState.OPEN;
        finding.sentence = sentence;
        finding.measure = measure;
        finding.firstAt = firstAt;
        finding.lastAt = lastAt;
        finding.raisedAt = at;
        return finding;
    }

    /** Takes further evidence in. */
    public void join(Instant at, String sentence, Measure measure) {
        this.sentence = sentence;
        this.measure = measure;
        reach(at);
        version++;
    }

    /** What it rests on may begin earlier or end later than was known. */
    public void reach(Instant at) {
        firstAt = at.isBefore(firstAt) ? at : firstAt;
        lastAt = at.isAfter(lastAt) ? at : lastAt;
    }

    /** Puts it into other words, which is no change of its own. */
    public void say(String sentence) {
        this.sentence = sentence;
    }

    /** @throws Stale if the caller has read another version; null = he does not mind */
    public void expectVersion(Long expected) {
        if (expected != null && expected != version) {
            throw new Stale(version);
        }
    }

    /**
     * @param until for snoozed, when it is open again; otherwise null
     * @throws FindingDecided if somebody has confirmed or dismissed it
     */
    public void decide(FindingState to, Instant until, String comment, String by, Instant at) {
        if (!state.next().contains(to)) {
            throw new FindingDecided(state);
        }
        state = to;
        snoozedUntil = until;
        this.comment = comment;
        decidedBy = by;
        decidedAt = at;
        version++;
    }

    /** @return whether it is open again; false if it is not snoozed until this time any more */
    public boolean wake(Instant dueAt) {
        if (state != FindingState.SNOOZED || !dueAt.equals(snoozedUntil)) {
            return false;
        }
        state = FindingState.OPEN;
        snoozedUntil = null;
        version++;
        return true;
    }

    public void leadTo(UUID problemId) {
        this.problemId = problemId;
        version++;
    }

    public UUID id() {
        return id;
    }

    /** One more with each change. */
    public long version() {
        return version;
    }

    public FindingKind kind() {
        return kind;
    }

    public Subject subject() {
        return subject;
    }

    /** The kind of reading of a degradation; otherwise empty. */
    public String about() {
        return about;
    }

    public FindingState state() {
        return state;
    }

    /** What was found and why it matters, for a person who sees nothing else. */
    public String sentence() {
        return sentence;
    }

    public Measure measure() {
        return measure;
    }

    public Instant firstAt() {
        return firstAt;
    }

    public Instant lastAt() {
        return lastAt;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public Instant snoozedUntil() {
        return snoozedUntil;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String comment() {
        return comment;
    }

    /** The problem that it has led to, or is about; null = none. */
    public UUID problemId() {
        return problemId;
    }
}
