package com.interspace.rfo.usecase.action;

import com.interspace.chassis.page.Cursor;
import com.interspace.chassis.page.Page;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.action.PreventiveAction;
import com.interspace.rfo.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the centre looks up of preventive actions; customers see none. */
@ApplicationScoped
public class ReadActions {

    private final Actions actions;
    private final Problems problems;

    @Inject
    ReadActions(Actions actions, Problems problems) {
        this.actions = actions;
        this.problems = problems;
    }

    /** @throws NotFound if there is none */
    @Transactional
    public ActionReading read(UUID id) {
        PreventiveAction action = actions.byId(id).orElseThrow(() -> new NotFound("preventive action", id.toString()));
        return new ActionReading(
                action, problems.numbers(Set.of(action.problemId())).get(action.problemId()));
    }

    /**
     * @param after where the list goes on; null = from the one due first
     * @param limit rows of the page
     */
    @Transactional
    public Page<ActionReading> list(Actions.Filter filter, Cursor after, int limit) {
        Page<PreventiveAction> page = Page.of(actions.list(filter, after, limit + 1), limit, Actions::after);
        Map<UUID, String> numbers = problems.numbers(
                page.items().stream().map(PreventiveAction::problemId).collect(Collectors.toSet()));
        return page.map(action -> new ActionReading(action, numbers.get(action.problemId())));
    }

    @Transactional
    public long count(Actions.Filter filter) {
        return actions.count(filter);
    }
}
