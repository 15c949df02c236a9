package com.interspace.rfo.report;

/** The sections that a person has written; null where the record still speaks. */
public record Edits(
        Prose summary,
        Impact impact,
        RootCause rootCause,
        Prose resolution,
        Prose detection,
        Measures measures,
        Prose target) {

    public static final Edits NONE = new Edits(null, null, null, null, null, null, null);

    /** What a person wrote there; null where the record speaks, or has to. */
    public Section of(SectionName name) {
        return switch (name) {
            case SUMMARY -> summary;
            case IMPACT -> impact;
            case ROOT_CAUSE -> rootCause;
            case RESOLUTION -> resolution;
            case DETECTION -> detection;
            case MEASURES -> measures;
            case TARGET -> target;
            case IDENTIFICATION, TIMELINE, APPROVAL -> null;
        };
    }

    /**
     * @throws IllegalArgumentException for a section that comes from the record alone
     * @throws ClassCastException if the text is that of another section
     */
    public Edits with(SectionName name, Section text) {
        return switch (name) {
            case SUMMARY -> new Edits((Prose) text, impact, rootCause, resolution, detection, measures, target);
            case IMPACT -> new Edits(summary, (Impact) text, rootCause, resolution, detection, measures, target);
            case ROOT_CAUSE -> new Edits(summary, impact, (RootCause) text, resolution, detection, measures, target);
            case RESOLUTION -> new Edits(summary, impact, rootCause, (Prose) text, detection, measures, target);
            case DETECTION -> new Edits(summary, impact, rootCause, resolution, (Prose) text, measures, target);
            case MEASURES -> new Edits(summary, impact, rootCause, resolution, detection, (Measures) text, target);
            case TARGET -> new Edits(summary, impact, rootCause, resolution, detection, measures, (Prose) text);
            case IDENTIFICATION, TIMELINE, APPROVAL ->
                throw new IllegalArgumentException(name + " comes from the record and is not written");
        };
    }
}
