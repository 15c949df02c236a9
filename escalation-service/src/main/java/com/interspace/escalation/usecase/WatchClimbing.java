package com.interspace.escalation.usecase;

import com.interspace.chassis.timer.Timers;
import com.interspace.escalation.watch.Stall;
import com.interspace.escalation.watch.StallAnnouncements;
import com.interspace.escalation.watch.Stalls;
import com.interspace.escalation.watch.Watchdog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Looks whether tickets climb in time; that they do not is noted and told once, as soon as the database can be reached. */
@ApplicationScoped
public class WatchClimbing {

    private final Watchdog watchdog;
    private final Timers timers;
    private final Stalls stalls;
    private final StallAnnouncements announcements;
    private final InstantSource time;

    @Inject
    WatchClimbing(
            Watchdog watchdog, Timers timers, Stalls stalls, StallAnnouncements announcements, InstantSource time) {
        this.watchdog = watchdog;
        this.timers = timers;
        this.stalls = stalls;
        this.announcements = announcements;
        this.time = time;
    }

    /** @throws RuntimeException when the database cannot be reached; the watchdog then knows that nobody has looked */
    @Transactional
    public void look() {
        Instant now = time.instant();
        Optional<Instant> oldestTooLate = timers.oldestDue(KeepClimbing.TIMER, watchdog.tooLateBefore(now));
        watchdog.verdict(oldestTooLate, now).ifPresent(stall -> note(stall, now));
        if (oldestTooLate.isEmpty()) {
            stalls.close(now);
        }
        watchdog.looked(oldestTooLate, now);
    }

    private void note(Stall stall, Instant now) {
        stalls.open(stall, now).ifPresent(number -> announcements.stalled(stall, number, now));
    }
}
