package com.interspace.rfo.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Stale;
import com.interspace.rfo.report.Person;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a problem, every pair of statuses of it. */
class ProblemFlowTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Person ALICE = new Person("agent", "Alice Agent", "centre");

    /** The whole table; what does not stand in it is refused. */
    private static final Map<ProblemStatus, Set<ProblemStatus>> ALLOWED = new EnumMap<>(Map.of(
            ProblemStatus.ACKNOWLEDGED, Set.of(ProblemStatus.IN_PROGRESS),
            ProblemStatus.IN_PROGRESS, Set.of(ProblemStatus.PENDING, ProblemStatus.HELD, ProblemStatus.RESOLVED),
            ProblemStatus.PENDING, Set.of(ProblemStatus.IN_PROGRESS, ProblemStatus.HELD, ProblemStatus.RESOLVED),
            ProblemStatus.HELD, Set.of(ProblemStatus.IN_PROGRESS, ProblemStatus.PENDING, ProblemStatus.RESOLVED),
            ProblemStatus.RESOLVED, Set.of(ProblemStatus.CLOSED, ProblemStatus.IN_PROGRESS),
            ProblemStatus.CLOSED, Set.of()));

    static Stream<Arguments> pairs() {
        return Stream.of(ProblemStatus.values())
                .flatMap(from -> Stream.of(ProblemStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_person_moves_it_as_the_table_says_and_no_other_way(ProblemStatus from, ProblemStatus to) {
        Problem problem = aProblemIn(from);
        long version = problem.version();

        if (ALLOWED.get(from).contains(to)) {
            problem.move(to, "because", ALICE, NOON);

            assertThat(problem.status()).isEqualTo(to);
            assertThat(problem.version()).isEqualTo(version + 1);
            assertThat(problem.changes().get(problem.changes().size() - 1).from())
                    .isEqualTo(from);
        } else {
            assertThatThrownBy(() -> problem.move(to, "because", ALICE, NOON))
                    .asInstanceOf(type(ProblemMoveRefused.class))
                    .satisfies(refused -> assertThat(refused.members())
                            .containsEntry("currentStatus", from.toString())
                            .containsEntry(
                                    "allowedStatuses",
                                    from.next().stream()
                                            .map(ProblemStatus::toString)
                                            .toList()));
            assertThat(problem.status()).isEqualTo(from);
            assertThat(problem.version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemStatus.class)
    void an_overdue_action_opens_it_again_if_it_was_over(ProblemStatus from) {
        Problem problem = aProblemIn(from);

        boolean reopened = problem.reopen("overdue", NOON);

        assertThat(reopened).isEqualTo(from == ProblemStatus.RESOLVED || from == ProblemStatus.CLOSED);
        assertThat(problem.status()).isEqualTo(reopened ? ProblemStatus.IN_PROGRESS : from);
        assertThat(problem.resolvedAt()).isNull();
        assertThat(problem.closedAt()).isNull();
    }

    @Test
    void a_known_error_needs_a_workaround_and_keeps_it() {
        Problem problem = aProblemIn(ProblemStatus.IN_PROGRESS);

        assertThatThrownBy(() -> problem.write(asKnownError(null), null, ALICE, NOON))
                .isInstanceOf(Invalid.class);
        problem.write(asKnownError("Reload the card"), null, ALICE, NOON);
        assertThat(problem.knownErrorSince()).isEqualTo(NOON);
        assertThatThrownBy(() -> problem.write(patchOfWorkaround(""), null, ALICE, NOON))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void what_is_absent_stays_and_an_empty_text_takes_away() {
        Problem problem = aProblemIn(ProblemStatus.IN_PROGRESS);
        problem.write(patchOfWorkaround("Reload the card"), "tried", ALICE, NOON);
        problem.write(ProblemPatch.NOTHING, null, ALICE, NOON);
        assertThat(problem.workaround()).isEqualTo("Reload the card");

        problem.write(patchOfWorkaround(""), null, ALICE, NOON);

        assertThat(problem.workaround()).isNull();
        assertThat(problem.missing()).containsExactly("rootCause", "workaround", "permanentFix");
    }

    @Test
    void another_version_than_was_read_is_refused() {
        Problem problem = aProblemIn(ProblemStatus.ACKNOWLEDGED);

        problem.expectVersion(null);
        problem.expectVersion(1L);
        assertThatThrownBy(() -> problem.expectVersion(2L)).isInstanceOf(Stale.class);
    }

    @Test
    void a_ticket_is_linked_once_and_its_service_suffers_too() {
        Problem problem = aProblemIn(ProblemStatus.ACKNOWLEDGED);

        boolean first = problem.link("IS-2", Set.of("IS-IPT-0002"), Set.of(), ALICE, NOON);
        boolean again = problem.link("IS-2", Set.of("IS-IPT-0002"), Set.of(), ALICE, NOON);

        assertThat(List.of(first, again)).containsExactly(true, false);
        assertThat(problem.tickets()).containsExactly("IS-1", "IS-2");
        assertThat(problem.services()).containsExactly("IS-DIA-0001", "IS-IPT-0002");
    }

    private static Problem aProblemIn(ProblemStatus status) {
        Opening opening = new Opening(
                "The card fails when it is warm",
                null,
                null,
                Opening.BY_PERSON,
                Priority.MAJOR,
                Originator.of(ALICE),
                Set.of("IS-1"),
                Set.of("IS-DIA-0001"),
                Set.of());
        Problem problem = Problem.opened("PRB-2026-000001", opening, ALICE, NOON);
        wayTo(status).forEach(step -> problem.move(step, null, ALICE, NOON));
        return problem;
    }

    private static List<ProblemStatus> wayTo(ProblemStatus status) {
        return switch (status) {
            case ACKNOWLEDGED -> List.of();
            case IN_PROGRESS -> List.of(ProblemStatus.IN_PROGRESS);
            case CLOSED -> List.of(ProblemStatus.IN_PROGRESS, ProblemStatus.RESOLVED, ProblemStatus.CLOSED);
            case PENDING, HELD, RESOLVED -> List.of(ProblemStatus.IN_PROGRESS, status);
        };
    }

    private static ProblemPatch asKnownError(String workaround) {
        return new ProblemPatch(null, null, null, null, null, null, workaround, true, null, null, null);
    }

    private static ProblemPatch patchOfWorkaround(String workaround) {
        return new ProblemPatch(null, null, null, null, null, null, workaround, null, null, null, null);
    }
}
