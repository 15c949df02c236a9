package com.interspace.rfo.usecase.problem;

import com.interspace.rfo.problem.Originator;
import com.interspace.rfo.problem.Priority;
import java.util.Set;
import java.util.UUID;

/**
 * What a person opens a problem with; null or empty = not said.
 *
 * @param priority null = that of its worst ticket, or minor
 * @param category null = by where it comes from
 * @param originator null = the caller
 * @param tickets ids; they must be known
 * @param findings ids; they must be known, and are confirmed by it
 */
public record ProblemRequest(
        String title,
        String description,
        String reason,
        String category,
        Priority priority,
        Originator originator,
        Set<String> tickets,
        Set<UUID> findings,
        Set<String> services,
        Set<String> circuits) {}
