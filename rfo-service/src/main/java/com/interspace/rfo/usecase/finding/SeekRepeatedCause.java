package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Evidence;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.Findings;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.Measure;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.SubjectKind;
import com.interspace.rfo.finding.Wording;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Looks whether a root cause that was written down is the third of its category within 90 days. */
@ApplicationScoped
public class SeekRepeatedCause {

    private static final int FEWEST = 3;
    private static final FindingKind KIND = FindingKind.REPEATED_CAUSE;

    private final Problems problems;
    private final Incidents incidents;
    private final Findings findings;
    private final RaiseFinding raise;

    @Inject
    SeekRepeatedCause(Problems problems, Incidents incidents, Findings findings, RaiseFinding raise) {
        this.problems = problems;
        this.incidents = incidents;
        this.findings = findings;
        this.raise = raise;
    }

    /** @param problem its root cause has just been written down */
    @Transactional(Transactional.TxType.MANDATORY)
    public void seek(Problem problem) {
        String category = problem.rootCause().category();
        Subject subject = new Subject(SubjectKind.CATEGORY, category);
        incidents.lock(List.of(subject));
        Instant at = problem.rootCauseAt();
        List<Problems.Cause> causes = problems.causes(category, at.minus(KIND.memory()), at);
        if (causes.size() < FEWEST) {
            return;
        }
        String sentence = Wording.repeatedCause(
                category, causes.stream().map(Problems.Cause::number).toList());
        Measure measure = Measure.of(causes.size(), "P90D");
        List<Evidence> evidence = causes.stream()
                .map(cause -> Evidence.problem(cause.problemId().toString(), cause.at(), cause.title()))
                .toList();
        findings.current(KIND, subject, "", at)
                .ifPresentOrElse(
                        known -> {
                            findings.add(known.id(), evidence);
                            known.join(at, sentence, measure);
                        },
                        () -> raise.raise(KIND, subject, "", sentence, measure, evidence, null));
    }
}
