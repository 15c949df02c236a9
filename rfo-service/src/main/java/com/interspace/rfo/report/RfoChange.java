package com.interspace.rfo.report;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One step in the life of an RFO: a section that was written, or a move from one status to the next. */
@Entity
@IdClass(RfoChange.Key.class)
public class RfoChange {

    /** An RFO has one change a version. */
    public record Key(UUID rfo, long version) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "rfo_id")
    private Rfo rfo;

    @Id
    private long version;

    private Instant at;
    private String personId;
    private String personName;
    private SectionName section;
    private RfoStatus fromStatus;
    private RfoStatus toStatus;
    private String comment;
    private Edits written;

    protected RfoChange() {}

    private RfoChange(Rfo rfo, Person by, Instant at) {
        this.rfo = rfo;
        this.version = rfo.version();
        this.at = at;
        this.personId = by.id();
        this.personName = by.name();
    }

    static RfoChange written(Rfo rfo, SectionName section, Section text, Person by, Instant at) {
        RfoChange change = new RfoChange(rfo, by, at);
        change.section = section;
        change.written = Edits.NONE.with(section, text);
        return change;
    }

    /** @param from null for the request itself */
    static RfoChange moved(Rfo rfo, RfoStatus from, RfoStatus to, String comment, Person by, Instant at) {
        RfoChange change = new RfoChange(rfo, by, at);
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

    public String personId() {
        return personId;
    }

    public String personName() {
        return personName;
    }

    /** The section that was written; null for a move. */
    public SectionName section() {
        return section;
    }

    /** What was written; null for a move, and for what was written before texts were kept. */
    public Section text() {
        return written == null ? null : written.of(section);
    }

    /** Null for the request itself and where a section was written. */
    public RfoStatus from() {
        return fromStatus;
    }

    /** Null where a section was written. */
    public RfoStatus to() {
        return toStatus;
    }

    public String comment() {
        return comment;
    }
}
