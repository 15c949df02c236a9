package com.interspace.ticketing.adapter.timer;

import com.interspace.chassis.timer.TimerHandler;
import com.interspace.ticketing.usecase.CarryToChildren;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** A word on a parent is due at one of its children; the key names the child and the word. */
@ApplicationScoped
class NoteReachesChild implements TimerHandler {

    private final CarryToChildren children;

    @Inject
    NoteReachesChild(CarryToChildren children) {
        this.children = children;
    }

    @Override
    public String kind() {
        return TicketTimers.CARRY_NOTE;
    }

    @Override
    public void fire(String key, Instant dueAt) {
        String[] part = key.split(" ", 2);
        children.note(part[0], UUID.fromString(part[1]));
    }
}
