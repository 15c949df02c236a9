package com.interspace.rfo.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.caller.Role;
import com.interspace.chassis.timer.TimerEngine;
import com.interspace.local.fixture.MovableClock;
import com.interspace.rfo.action.ActionStatus;
import com.interspace.rfo.finding.GeneratedYear.Deed;
import com.interspace.rfo.finding.GeneratedYear.Happening;
import com.interspace.rfo.finding.GeneratedYear.Risk;
import com.interspace.rfo.finding.StatedRules.Due;
import com.interspace.rfo.fixture.Tables;
import com.interspace.rfo.problem.ProblemPatch;
import com.interspace.rfo.problem.RootCause;
import com.interspace.rfo.usecase.action.ChangeAction;
import com.interspace.rfo.usecase.action.PlanAction;
import com.interspace.rfo.usecase.finding.KnowMaintenance;
import com.interspace.rfo.usecase.finding.PlaceService;
import com.interspace.rfo.usecase.finding.WatchReading;
import com.interspace.rfo.usecase.finding.WatchTicket;
import com.interspace.rfo.usecase.problem.ChangeProblem;
import com.interspace.rfo.usecase.problem.OpenProblem;
import com.interspace.rfo.usecase.problem.ProblemRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole year through the handlers and the database: every hidden risk is found with all that it rests on, and hardly
 * anything else. What has to be found in tickets and readings is counted out by the {@link StatedRules}. Seeds are drawn anew
 * each time, two of them or, with {@code -Pfull}, eight; {@code -Dyear.seeds=7,8} plays these again.
 */
@QuarkusTest
class GeneratedYearTest {

    private static final int BATCH = 200;
    private static final Caller ALICE = new Caller("agent", "Alice Agent", null, Set.of(Role.AGENT), Set.of());

    private static final Set<FindingKind> OF_TICKETS_AND_READINGS =
            EnumSet.of(FindingKind.CHRONIC_SERVICE, FindingKind.COMMON_CAUSE, FindingKind.DEGRADATION);

    /** A finding as it stands in the table. */
    private record Found(FindingKind kind, Subject subject, String about, Set<String> evidence) {

        static Found of(Due due) {
            return new Found(due.kind, due.subject, due.about, due.evidence);
        }
    }

    @Inject
    WatchTicket watchTicket;

    @Inject
    WatchReading watchReading;

    @Inject
    KnowMaintenance knowMaintenance;

    @Inject
    PlaceService placeService;

    @Inject
    OpenProblem openProblem;

    @Inject
    ChangeProblem changeProblem;

    @Inject
    PlanAction planAction;

    @Inject
    ChangeAction changeAction;

    @Inject
    TimerEngine timers;

    @Inject
    EntityManager entities;

    /** What deeds are called in the generated year, and under which ids they stand in the tables. */
    private final Map<String, String> ids = new HashMap<>();

    static LongStream seeds() {
        String given = System.getProperty("year.seeds");
        return given != null
                ? Arrays.stream(given.split(",")).mapToLong(Long::parseLong)
                : new Random().longs(Boolean.getBoolean("tests.full") ? 8 : 2, 1, 1_000_000);
    }

    @BeforeEach
    @AfterEach
    void the_record_is_empty() throws SQLException {
        Tables.change(
                """
                truncate finding_evidence, finding, incident, fault_day, maintenance_window, watched_service,
                    preventive_action, problem_change, problem_ticket, problem_circuit, problem_service, problem""");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_hidden_risk_is_found_and_hardly_anything_else(long seed) {
        System.out.println("Generated year: -Dyear.seeds=" + seed);
        GeneratedYear year = new GeneratedYear(seed);
        assertThat(year.happenings.stream().filter(one -> one.ticket() != null)).hasSize(GeneratedYear.TICKETS);
        assertThat(year.risks).hasSize(20);
        placeServices(year);

        live(year.happenings);

        List<Found> found = found();
        assertThat(found.stream().filter(one -> OF_TICKETS_AND_READINGS.contains(one.kind())))
                .as("what the rules find in tickets and readings of seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        year.due().stream().map(Found::of).toList());
        for (Risk risk : year.risks) {
            assertThat(found)
                    .as("%s, seed %d", risk, seed)
                    .filteredOn(one -> answers(one, risk))
                    .hasSize(1);
        }
        assertThat((double) year.risks.size() / found.size())
                .as("precision of seed %d, of %s", seed, found)
                .isGreaterThanOrEqualTo(0.9);
        assertThat(Tables.count("finding where sentence not like '%.'"))
                .as("findings that do not explain themselves")
                .isZero();
        System.out.printf("%d risks found with their evidence, and %d more%n", year.risks.size(), found.size() - 20);
        replayChangesNothing(year);
    }

    private void placeServices(GeneratedYear year) {
        inBatches(
                year.lines,
                line -> placeService.place(
                        line.serviceId(),
                        "ACME",
                        line.site(),
                        line.node(),
                        line.upstream(),
                        Instant.parse("2025-01-01T00:00:00Z"),
                        1));
    }

    private void replayChangesNothing(GeneratedYear year) {
        String before = findings();
        inBatches(
                year.happenings.stream()
                        .filter(one -> one.deed() == null)
                        .limit(2_000)
                        .toList(),
                this::happen);
        assertThat(findings()).isEqualTo(before);
    }

    private void live(List<Happening> happenings) {
        int from = 0;
        for (int i = 0; i <= happenings.size(); i++) {
            boolean batchEnds = i == happenings.size() || happenings.get(i).deed() != null;
            if (batchEnds) {
                inBatches(happenings.subList(from, i), this::happen);
                from = i + 1;
            }
            if (i < happenings.size() && batchEnds) {
                MovableClock.shared().set(happenings.get(i).at());
                timers.fireDue();
                does(happenings.get(i).deed());
            }
        }
        MovableClock.shared().set(GeneratedYear.BEGIN.plusSeconds(365L * 86_400));
        timers.fireDue();
    }

    private <T> void inBatches(List<T> all, Consumer<T> what) {
        for (int i = 0; i < all.size(); i += BATCH) {
            List<T> batch = all.subList(i, Math.min(all.size(), i + BATCH));
            QuarkusTransaction.requiringNew()
                    .timeout(60)
                    .run(() -> batch.forEach(one -> {
                        what.accept(one);
                        entities.flush();
                        entities.clear();
                    }));
        }
    }

    private void happen(Happening happening) {
        if (happening.ticket() != null) {
            watchTicket.watch(happening.ticket().id(), happening.ticket().state(), 1);
        } else if (happening.reading() != null) {
            watchReading.watch(
                    happening.reading().eventId(), happening.reading().reading());
        } else {
            GeneratedYear.Window window = happening.window();
            knowMaintenance.know(window.id(), window.subject(), window.from(), window.to(), false, 1);
        }
    }

    private void does(Deed deed) {
        UUID problem = openProblem
                .open(
                        new ProblemRequest(
                                deed.name(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                Set.of(),
                                Set.of(),
                                Set.of("IS-GEN-0001"),
                                Set.of()),
                        ALICE)
                .id();
        if (deed.category() != null) {
            RootCause cause = new RootCause(deed.category(), "It happened again", List.of());
            ProblemPatch patch = new ProblemPatch(null, null, null, null, null, cause, null, null, null, null, null);
            changeProblem.change(problem, patch, null, null, null, ALICE);
            ids.put(deed.name(), problem.toString());
            return;
        }
        UUID action = planAction
                .plan(problem, deed.name(), "Field team", deed.due(), ALICE)
                .action()
                .id();
        ids.put(deed.name(), action.toString());
        if (deed.doneInTime()) {
            changeAction.finish(action, ActionStatus.DONE, "It lies on the shelf", null, null, ALICE);
        }
    }

    /** What was hidden rests in the evidence; of deeds nothing else does. */
    private boolean answers(Found found, Risk risk) {
        Set<String> hidden = risk.hidden().stream().map(this::idOf).collect(Collectors.toSet());
        return found.kind() == risk.kind()
                && found.subject().kind() == risk.subject().kind()
                && found.subject().id().equals(idOf(risk.subject().id()))
                && found.about().equals(risk.about())
                && found.evidence().containsAll(hidden)
                && (OF_TICKETS_AND_READINGS.contains(found.kind())
                        || found.evidence().size() == hidden.size());
    }

    private String idOf(String name) {
        return ids.getOrDefault(name, name);
    }

    private List<Found> found() {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery("from Finding", Finding.class)
                .getResultStream()
                .map(finding -> new Found(finding.kind(), finding.subject(), finding.about(), evidenceOf(finding)))
                .toList());
    }

    private Set<String> evidenceOf(Finding finding) {
        return new TreeSet<>(
                entities.createNativeQuery("select ref from finding_evidence where finding_id = :id", String.class)
                        .setParameter("id", finding.id())
                        .getResultList());
    }

    private static String findings() {
        return Tables.text("select string_agg(f::text, E'\\n' order by f.id) from finding f")
                + Tables.count("finding_evidence")
                + Tables.text("select sum(total) from fault_day");
    }
}
