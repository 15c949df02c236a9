package com.interspace.rfo.report;

import static com.interspace.rfo.report.OutageFixture.ALICE;
import static com.interspace.rfo.report.OutageFixture.MONDAY_NOON;
import static com.interspace.rfo.report.OutageFixture.aRequest;
import static com.interspace.rfo.report.OutageFixture.draftOf;
import static com.interspace.rfo.report.OutageFixture.row;
import static com.interspace.rfo.report.OutageFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.rfo.outage.TimelineRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The draft is a pure function of what has arrived, and of what a person wrote over it. */
class DraftTest {

    @Test
    void the_same_events_make_the_same_draft() {
        Rfo rfo = aRequest();

        assertThat(draftOf(rfo, rows())).isEqualTo(draftOf(rfo, rows()));
    }

    @Test
    void every_line_of_the_timeline_names_its_event_and_both_times() {
        Content draft = draftOf(aRequest(), rows());

        assertThat(draft.timeline()).extracting(Content.Entry::eventId).containsExactly("e1", "e2");
        assertThat(draft.timeline().get(0).at()).isEqualTo("2026-03-02T08:15:00Z");
        assertThat(draft.timeline().get(0).localTime().toString()).isEqualTo("2026-03-02T10:15+02:00");
    }

    @Test
    void impact_target_and_detection_come_from_the_record() {
        Content draft = draftOf(aRequest(), rows());

        assertThat(draft.impact().services()).singleElement().satisfies(service -> {
            assertThat(service.state()).isEqualTo("degraded");
            assertThat(service.duration()).hasMinutes(110);
        });
        assertThat(draft.target().text()).isEqualTo("Response target missed. Repair target met.");
        assertThat(draft.detection().text())
                .isEqualTo("Reported in the panel at 2026-03-02 08:15 UTC. No delivered message is on record.");
    }

    @Test
    void what_a_person_wrote_survives_a_late_row_and_the_row_joins_the_timeline() {
        Rfo rfo = aRequest();
        rfo.write(SectionName.SUMMARY, new Prose("In my words."), ALICE, MONDAY_NOON);
        List<TimelineRow> withLateRow = new ArrayList<>(rows());
        withLateRow.add(1, row("late", "2026-03-02T09:00:00Z", "Escalated to level 1"));

        Content draft = draftOf(rfo, withLateRow);

        assertThat(draft.summary().text()).isEqualTo("In my words.");
        assertThat(draft.timeline()).extracting(Content.Entry::eventId).containsExactly("e1", "late", "e2");
    }

    @Test
    void root_cause_and_measures_are_missing_until_a_person_writes_them() {
        Rfo rfo = aRequest();
        assertThat(draftOf(rfo, rows()).missing()).containsExactly(SectionName.ROOT_CAUSE, SectionName.MEASURES);

        OutageFixture.writeTheRest(rfo, ALICE);

        assertThat(draftOf(rfo, rows()).missing()).isEmpty();
    }
}
