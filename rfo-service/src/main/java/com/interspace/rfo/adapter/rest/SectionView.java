package com.interspace.rfo.adapter.rest;

import com.interspace.rfo.report.RfoChange;
import com.interspace.rfo.report.Section;
import com.interspace.rfo.report.SectionName;
import com.interspace.rfo.usecase.RfoReading;
import java.time.Instant;
import java.util.List;

/**
 * One section with everything that persons have written there in this edition.
 *
 * @param now what it says now: the record's words where nobody has written
 * @param versions oldest first
 */
public record SectionView(String name, Object now, List<TextView> versions) {

    /**
     * A text as it was written.
     *
     * @param version of the RFO that it made
     * @param text null for what was written before texts were kept
     */
    public record TextView(long version, Instant at, String by, Section text) {

        static TextView of(RfoChange change) {
            return new TextView(change.version(), change.at(), change.personName(), change.text());
        }
    }

    static SectionView of(RfoReading reading, SectionName name) {
        return new SectionView(
                name.toString(),
                RfoView.sections(reading.rfo(), reading.content()).get(name.toString()),
                reading.changes().stream()
                        .filter(change -> change.section() == name)
                        .map(TextView::of)
                        .toList());
    }
}
