package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import com.interspace.rfo.action.ActionStatus;
import com.interspace.rfo.action.Actions;
import com.interspace.rfo.action.PreventiveAction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ActionTable implements Actions, PanacheRepositoryBase<PreventiveAction, UUID> {

    @Override
    public void add(PreventiveAction action) {
        persist(action);
    }

    @Override
    public Optional<PreventiveAction> byId(UUID id) {
        return findByIdOptional(id);
    }

    @Override
    public Optional<PreventiveAction> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<PreventiveAction> list(Filter filter, Cursor after, int rows) {
        Condition condition = conditionOf(filter).after("due", after);
        return find(condition.text() + " order by due, id", condition.values())
                .range(0, rows - 1)
                .list();
    }

    @Override
    public long count(Filter filter) {
        Condition condition = conditionOf(filter);
        return count(condition.text(), condition.values());
    }

    @Override
    public List<PreventiveAction> overdue(Instant from, Instant before) {
        return list(
                "status = ?1 and overdueSince is not null and due >= ?2 and due < ?3 order by due, id",
                ActionStatus.OPEN,
                from,
                before);
    }

    private static Condition conditionOf(Filter filter) {
        Condition condition = new Condition()
                .equal("problemId", filter.problemId())
                .equal("status", filter.status())
                .equal("owner", filter.owner());
        return filter.overdue()
                ? condition.when(true, "status = :open and overdueSince is not null", "open", ActionStatus.OPEN)
                : condition;
    }
}
