package com.interspace.rfo.report;

import static com.interspace.rfo.report.OutageFixture.ALICE;
import static com.interspace.rfo.report.OutageFixture.ARTHUR;
import static com.interspace.rfo.report.OutageFixture.MONDAY_NOON;
import static com.interspace.rfo.report.OutageFixture.aReportInReview;
import static com.interspace.rfo.report.OutageFixture.aRequest;
import static com.interspace.rfo.report.OutageFixture.anOutage;
import static com.interspace.rfo.report.OutageFixture.anOutageThatIsOver;
import static com.interspace.rfo.report.OutageFixture.submit;
import static com.interspace.rfo.report.OutageFixture.writeTheRest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interspace.chassis.refusal.Forbidden;
import com.interspace.chassis.refusal.NotYet;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the request to the publication: who may do what, and when. */
class RfoFlowTest {

    private static final Set<String> ALLOWED = Set.of(
            "draft -> inReview",
            "draft -> withdrawn",
            "inReview -> draft",
            "inReview -> approved",
            "approved -> published");

    static Stream<Arguments> everyPairOfStatuses() {
        return Arrays.stream(RfoStatus.values())
                .flatMap(from -> Arrays.stream(RfoStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfStatuses")
    void only_the_moves_of_the_table_are_allowed(RfoStatus from, RfoStatus to) {
        assertThat(from.next().contains(to)).isEqualTo(ALLOWED.contains(from + " -> " + to));
    }

    @Test
    void a_refused_move_names_where_it_stands_and_where_it_may_go() {
        Rfo rfo = aRequest();

        assertThatThrownBy(() -> rfo.approve(anOutageThatIsOver(), null, ARTHUR, MONDAY_NOON))
                .isInstanceOfSatisfying(MoveRefused.class, refused -> assertThat(refused.members())
                        .containsEntry("currentStatus", "draft")
                        .hasEntrySatisfying("allowedStatuses", allowed -> assertThat(allowed.toString())
                                .isEqualTo("[inReview, withdrawn]")));
    }

    @Test
    void each_change_is_one_version_and_one_line_of_history() {
        Rfo rfo = aReportInReview();
        rfo.approve(anOutageThatIsOver(), "Good", ARTHUR, MONDAY_NOON);

        assertThat(rfo.version()).isEqualTo(5);
        assertThat(rfo.changes()).extracting(RfoChange::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rfo.changes()).extracting(RfoChange::personName).last().isEqualTo("Arthur Agent");
    }

    @Test
    void who_wrote_in_it_may_not_approve_it() {
        Rfo rfo = aReportInReview();

        assertThatThrownBy(() -> rfo.approve(anOutageThatIsOver(), null, ALICE, MONDAY_NOON))
                .isInstanceOf(Forbidden.class);
        assertThat(rfo.status()).isEqualTo(RfoStatus.IN_REVIEW);
    }

    @Test
    void sending_back_ones_own_words_is_no_review() {
        Rfo rfo = aReportInReview();
        rfo.sendBack("Once more", ALICE, MONDAY_NOON);
        submit(rfo, ALICE);

        assertThatThrownBy(() -> rfo.approve(anOutageThatIsOver(), null, ALICE, MONDAY_NOON))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void after_a_review_by_another_only_later_authors_are_barred() {
        Rfo rfo = aReportInReview();
        rfo.sendBack("I shall name the card myself", ARTHUR, MONDAY_NOON);
        rfo.write(SectionName.SUMMARY, new Prose("Card 7 failed."), ARTHUR, MONDAY_NOON);
        submit(rfo, ARTHUR);

        assertThat(rfo.authors()).containsExactly("agent2");
        rfo.approve(anOutageThatIsOver(), null, ALICE, MONDAY_NOON);
        assertThat(rfo.approvedBy()).isEqualTo("Alice Agent");
    }

    @Test
    void who_wrote_in_it_may_not_publish_it_either() {
        Rfo rfo = aReportInReview();
        rfo.approve(anOutageThatIsOver(), null, ARTHUR, MONDAY_NOON);

        assertThatThrownBy(() -> rfo.requirePublishable(anOutageThatIsOver(), ALICE))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void what_is_missing_blocks_the_approval_and_is_named() {
        Rfo rfo = aRequest();
        submit(rfo, ALICE);

        assertThatThrownBy(() -> rfo.approve(anOutageThatIsOver(), null, ARTHUR, MONDAY_NOON))
                .isInstanceOfSatisfying(SectionsMissing.class, refused -> assertThat(
                                refused.members().get("missing").toString())
                        .isEqualTo("[rootCause, measures]"));
    }

    @Test
    void a_reopened_ticket_blocks_the_approval_and_the_due_date_stays() {
        Rfo rfo = aReportInReview();
        var due = rfo.due();

        assertThatThrownBy(() -> rfo.approve(anOutage("inProgress", "critical", 2), null, ARTHUR, MONDAY_NOON))
                .isInstanceOf(NotYet.class)
                .hasMessageContaining("inProgress again");
        assertThat(rfo.due()).isEqualTo(due);
    }

    @Test
    void a_ticket_that_was_reopened_and_resolved_again_needs_a_new_review() {
        Rfo rfo = aReportInReview();

        assertThatThrownBy(() -> rfo.approve(anOutage("resolved", "critical", 2), null, ARTHUR, MONDAY_NOON))
                .isInstanceOf(NotYet.class)
                .hasMessageContaining("back to draft");
    }

    @Test
    void only_a_draft_is_written_in() {
        Rfo rfo = aReportInReview();

        assertThatThrownBy(() -> rfo.write(SectionName.SUMMARY, new Prose("Late"), ALICE, MONDAY_NOON))
                .isInstanceOf(NotADraft.class);
    }

    @Test
    void back_in_draft_the_record_speaks_again_where_nobody_wrote() {
        Rfo rfo = aRequest();
        writeTheRest(rfo, ALICE);
        submit(rfo, ALICE);
        rfo.sendBack("Once more", ARTHUR, MONDAY_NOON);

        assertThat(rfo.reviewed()).isNull();
        assertThat(rfo.edits().rootCause().text()).isEqualTo("A card failed.");
    }
}
