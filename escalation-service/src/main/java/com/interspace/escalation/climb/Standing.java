package com.interspace.escalation.climb;

import jakarta.persistence.Embeddable;
import java.time.Duration;

/** Where a climb stands in its present cycle, and where that cycle began. */
@Embeddable
class Standing {

    private int level;
    private int dealtWith;
    private int asked;
    private int lowered;
    private int footingLevel;
    private Long footingAgeMillis;
    private boolean suspended;

    /** A cycle begins with the ticket or its reopening; nobody has decided yet that it should stand still. */
    void beginOnTheGround() {
        begin(Footing.GROUND);
        suspended = false;
    }

    /** A cycle begins because the centre took the ticket down. */
    void takeDown(Footing footing) {
        lowered++;
        begin(footing);
    }

    private void begin(Footing footing) {
        level = footing.level();
        dealtWith = footing.level();
        asked = 0;
        footingLevel = footing.level();
        footingAgeMillis = footing.since() == null ? null : footing.since().toMillis();
    }

    void land(Ascent.Landing landing) {
        level = landing.reached() == 0 ? level : landing.reached();
        dealtWith = landing.dealtWith();
    }

    void askFor(int wanted) {
        asked = wanted;
    }

    void suspend(boolean whether) {
        suspended = whether;
    }

    int level() {
        return level;
    }

    /** The highest level that was reached or passed over. */
    int dealtWith() {
        return Math.max(dealtWith, level);
    }

    /** The highest level asked for by hand; 0 = none. */
    int asked() {
        return asked;
    }

    /** How many times the centre has taken the ticket down. */
    int lowered() {
        return lowered;
    }

    boolean isSuspended() {
        return suspended;
    }

    Footing footing() {
        return new Footing(footingLevel, footingAgeMillis == null ? null : Duration.ofMillis(footingAgeMillis));
    }
}
