package com.interspace.rfo.usecase.problem;

import com.interspace.rfo.finding.Finding;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.ProblemChange;
import java.util.List;
import java.util.Set;

/** A problem as it is read: with what suffers from it, the findings behind it and what was done to it. */
public record ProblemReading(
        Problem problem,
        Set<String> services,
        Set<String> circuits,
        Set<String> tickets,
        List<Finding> findings,
        List<ProblemChange> changes) {}
