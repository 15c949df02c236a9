package com.interspace.rfo.finding;

/** What a finding can be about; {@code toString()} is the word on the wire. */
public enum SubjectKind {
    CIRCUIT("circuit"),
    SERVICE("service"),
    NODE("node"),
    SITE("site"),
    UPSTREAM("upstream"),
    CATEGORY("category"),
    ACTION("action");

    private final String word;

    SubjectKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
