package com.interspace.rfo.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.Role;
import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Rfo;
import com.interspace.rfo.report.RfoChange;
import com.interspace.rfo.report.SectionName;
import com.interspace.rfo.usecase.RfoReading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An RFO on the wire. A customer reads what it says once it is published: before, the sections, the timeline and what is
 * missing are empty for him. Who worked on it, and with which comments, is for the centre only.
 *
 * @param supersedes the edition before; null for the first
 * @param supersededBy the edition that was published in its place; null if none was
 * @param edited which sections persons wrote in this edition, who last, and when; null for customers
 * @param mayNotApprove who wrote in it since its last review; null for customers
 * @param history null for customers
 */
public record RfoView(
        UUID id,
        String number,
        int edition,
        long version,
        String ticketId,
        String account,
        String serviceId,
        String status,
        Instant requestedAt,
        Instant due,
        Map<String, Object> sections,
        List<Content.Entry> timeline,
        List<String> missing,
        DocumentView document,
        UUID supersedes,
        UUID supersededBy,
        List<EditView> edited,
        List<String> mayNotApprove,
        List<ChangeView> history) {

    /** What the timeline covers; its rows stand in {@code timeline}. */
    public record TimelineSection(String zone, int rows) {}

    /** Null before the approval, as the rest. */
    public record ApprovalSection(String approvedBy, Instant approvedAt, Instant publishedAt) {}

    public record EditView(String section, String by, Instant at, long version) {

        static EditView of(RfoChange edit) {
            return new EditView(edit.section().toString(), edit.personName(), edit.at(), edit.version());
        }
    }

    public record ChangeView(
            long version, Instant at, String by, String section, String from, String to, String comment) {

        static ChangeView of(RfoChange change) {
            return new ChangeView(
                    change.version(),
                    change.at(),
                    change.personName(),
                    word(change.section()),
                    word(change.from()),
                    word(change.to()),
                    change.comment());
        }
    }

    static RfoView of(RfoReading reading, Caller reader) {
        Rfo rfo = reading.rfo();
        boolean ours = reader.isCentre() || reader.is(Role.OPS);
        boolean open = ours || rfo.status().wasPublished();
        return new RfoView(
                rfo.id(),
                rfo.number(),
                rfo.edition(),
                rfo.version(),
                rfo.ticketId(),
                rfo.account(),
                rfo.serviceId(),
                rfo.status().toString(),
                rfo.requestedAt(),
                rfo.due(),
                open ? sections(rfo, reading.content()) : Map.of(),
                open ? reading.content().timeline() : List.of(),
                open ? missing(reading.content()) : List.of(),
                DocumentView.of(reading.document()),
                rfo.supersedes(),
                rfo.supersededBy(),
                ours ? rfo.lastEdits().stream().map(EditView::of).toList() : null,
                ours ? namesOf(rfo) : null,
                ours ? reading.changes().stream().map(ChangeView::of).toList() : null);
    }

    private static List<String> namesOf(Rfo rfo) {
        Set<String> authors = rfo.authors();
        return rfo.changes().stream()
                .filter(change -> authors.contains(change.personId()))
                .map(RfoChange::personName)
                .distinct()
                .toList();
    }

    /** What each section says; the timeline's rows stand beside them. */
    static Map<String, Object> sections(Rfo rfo, Content content) {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (SectionName name : SectionName.values()) {
            sections.put(
                    name.toString(),
                    switch (name) {
                        case IDENTIFICATION -> content.identification();
                        case SUMMARY -> content.summary();
                        case IMPACT -> content.impact();
                        case TIMELINE ->
                            new TimelineSection(
                                    content.identification().zone(),
                                    content.timeline().size());
                        case ROOT_CAUSE -> content.rootCause();
                        case RESOLUTION -> content.resolution();
                        case DETECTION -> content.detection();
                        case MEASURES -> content.measures();
                        case TARGET -> content.target();
                        case APPROVAL -> new ApprovalSection(rfo.approvedBy(), rfo.approvedAt(), rfo.publishedAt());
                    });
        }
        return sections;
    }

    private static List<String> missing(Content content) {
        return content.missing().stream().map(SectionName::toString).toList();
    }

    private static String word(Object named) {
        return named == null ? null : named.toString();
    }
}
