package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.Stale;
import com.interspace.ticketing.priority.Matrices;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.PriorityMatrix;
import com.interspace.ticketing.sla.Calendars;
import com.interspace.ticketing.sla.ClockHours;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.sla.SlaPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A manager changes the rules of the desk: matrix, policy, calendars. Each change is a new version for what is opened
 * or judged from now on; what is open keeps its own. Saying the same again makes no version.
 */
@ApplicationScoped
public class KeepRules {

    private final Matrices matrices;
    private final Policies policies;
    private final Calendars calendars;
    private final InstantSource time;

    @Inject
    KeepRules(Matrices matrices, Policies policies, Calendars calendars, InstantSource time) {
        this.matrices = matrices;
        this.policies = policies;
        this.calendars = calendars;
        this.time = time;
    }

    /** @throws Stale when another version stands than the caller believes */
    @Transactional
    public PriorityMatrix put(PriorityMatrix matrix, Optional<Long> expectedVersion, Caller caller) {
        check(expectedVersion, matrices.current().version());
        return matrices.add(matrix, Actors.of(caller), time.instant());
    }

    /**
     * @param calendarNames by clock; pinned to the version that is the newest now
     * @throws Invalid when a calendar is unknown
     * @throws Stale when another version stands than the caller believes
     */
    @Transactional
    public SlaPolicy put(
            Map<Priority, SlaPolicy.Targets> targets,
            Map<ClockName, String> calendarNames,
            Optional<Long> expectedVersion,
            Caller caller) {
        check(expectedVersion, policies.current().version());
        Map<ClockName, ClockHours> hours = new EnumMap<>(ClockName.class);
        calendarNames.forEach((clock, name) -> hours.put(
                clock,
                calendars
                        .find(name)
                        .orElseThrow(() -> new Invalid("calendars." + clock, "names no calendar; PUT it first"))));
        return policies.add(new SlaPolicy(0, targets, hours), Actors.of(caller), time.instant());
    }

    /** @throws Stale when another version stands than the caller believes */
    @Transactional
    public ClockHours put(ClockHours calendar, Optional<Long> expectedVersion, Caller caller) {
        calendars.find(calendar.name()).ifPresent(newest -> check(expectedVersion, newest.version()));
        return calendars.add(calendar, Actors.of(caller), time.instant());
    }

    private static void check(Optional<Long> expected, long actual) {
        expected.filter(version -> version != actual).ifPresent(version -> {
            throw new Stale(actual);
        });
    }
}
