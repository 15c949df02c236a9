package com.interspace.rfo.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One service, circuit, node ... that a finding or a maintenance window is about. */
@Embeddable
public record Subject(@Column(name = "subject_kind") SubjectKind kind, @Column(name = "subject") String id) {

    /** As a sentence says it: {@code service IS-DIA-0001}. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
