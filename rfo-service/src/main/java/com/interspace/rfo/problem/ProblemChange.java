package com.interspace.rfo.problem;

import com.interspace.rfo.report.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One step in the life of a problem: fields that were written, or a move from one status to the next. */
@Entity
@IdClass(ProblemChange.Key.class)
public class ProblemChange {

    /** A problem has one change a version. */
    public record Key(UUID problem, long version) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "problem_id")
    private Problem problem;

    @Id
    private long version;

    private Instant at;
    private String personId;
    private String personName;
    private String fields;
    private ProblemStatus fromStatus;
    private ProblemStatus toStatus;
    private String comment;

    protected ProblemChange() {}

    private ProblemChange(Problem problem, Person by, Instant at) {
        this.problem = problem;
        this.version = problem.version();
        this.at = at;
        this.personId = by.id();
        this.personName = by.name();
    }

    static ProblemChange written(Problem problem, List<String> fields, String comment, Person by, Instant at) {
        ProblemChange change = new ProblemChange(problem, by, at);
        change.fields = String.join(", ", fields);
        change.comment = comment;
        return change;
    }

    /** @param from null for the opening */
    static ProblemChange moved(
            Problem problem, ProblemStatus from, ProblemStatus to, String comment, Person by, Instant at) {
        ProblemChange change = new ProblemChange(problem, by, at);
        change.fromStatus = from;
        change.toStatus = to;
        change.comment = comment;
        return change;
    }

    public long version() {
        return version;
    }

    public Instant at() {
        return at;
    }

    public String personName() {
        return personName;
    }

    /** The names of what was written, with commas; null for a move. */
    public String fields() {
        return fields;
    }

    /** Null for the opening and where something was written. */
    public ProblemStatus from() {
        return fromStatus;
    }

    /** Null where something was written. */
    public ProblemStatus to() {
        return toStatus;
    }

    public String comment() {
        return comment;
    }
}
