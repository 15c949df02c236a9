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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole year through the handlers and the database: every hidden risk is found, and hardly anything else. Seeds are drawn
 * anew each time, one of them or, with {@code -Pfull}, five; {@code -Dyear.seeds=7,8} plays these again.
 */
@QuarkusTest
class GeneratedYearTest {

    private static final int BATCH = 200;
    private static final Caller ALICE = new Caller("agent", "Alice Agent", null, Set.of(Role.AGENT), Set.of());

    /** A finding as it stands in the table. */
    private record Found(FindingKind kind, Subject subject, String about, Set<String> evidence, String sentence) {}

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
                : new Random().longs(Boolean.getBoolean("tests.full") ? 5 : 1, 1, 1_000_000);
    }

    @BeforeEach
    @AfterEach
    void the_record_is_empty() throws SQLException {
        Tables.change("truncate finding_evidence, finding, incident, fault_day, maintenance_window, watched_service");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_hidden_risk_is_found_and_hardly_anything_else(long seed) {
        System.out.println("Generated year: -Dyear.seeds=" + seed);
        GeneratedYear year = new GeneratedYear(seed);
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

        live(year.happenings);

        List<Found> found = found();
        for (Risk risk : year.risks) {
            List<Found> answers =
                    found.stream().filter(one -> answers(one, risk)).toList();
            assertThat(answers).as("%s, seed %d", risk, seed).hasSize(1);
            assertThat(answers.get(0).evidence())
                    .as("%s, seed %d", risk, seed)
                    .containsAll(risk.evidence().stream().map(this::idOf).toList());
        }
        List<Found> others = found.stream()
                .filter(one -> year.risks.stream().noneMatch(risk -> answers(one, risk)))
                .toList();
        System.out.printf("%d risks found, and besides: %s%n", year.risks.size(), others);
        assertThat((double) year.risks.size() / found.size())
                .as("precision of seed %d, besides %s", seed, others)
                .isGreaterThanOrEqualTo(0.9);
        assertThat(found).allSatisfy(one -> assertThat(one.sentence()).endsWith("."));
        replayChangesNothing(year);
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

    private <T> void inBatches(List<T> all, java.util.function.Consumer<T> what) {
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

    private boolean answers(Found found, Risk risk) {
        return found.kind() == risk.kind()
                && found.subject().kind() == risk.subject().kind()
                && found.subject().id().equals(idOf(risk.subject().id()))
                && found.about().equals(risk.about());
    }

    private String idOf(String name) {
        return ids.getOrDefault(name, name);
    }

    private List<Found> found() {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery("from Finding", Finding.class)
                .getResultStream()
                .map(finding -> new Found(
                        finding.kind(), finding.subject(), finding.about(), evidenceOf(finding), finding.sentence()))
                .toList());
    }

    private Set<String> evidenceOf(Finding finding) {
        return new TreeSet<>(new HashSet<>(
                entities.createNativeQuery("select ref from finding_evidence where finding_id = :id", String.class)
                        .setParameter("id", finding.id())
                        .getResultList()));
    }

    private static String findings() {
        return Tables.text("select string_agg(f::text, E'\\n' order by f.id) from finding f")
                + Tables.count("finding_evidence")
                + Tables.text("select sum(total) from fault_day");
    }
}
