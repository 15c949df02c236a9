package com.interspace.escalation.adapter.kafka;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.ClimbAnnouncements;
import com.interspace.escalation.climb.NextLevel;
import com.interspace.escalation.climb.Outcome;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.matrix.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes events about climbs; their state is that after the last step, their version that of the step. */
@ApplicationScoped
class ClimbPublisher implements ClimbAnnouncements {

    private static final Map<Outcome, String> TYPES = Map.of(
            Outcome.REACHED, typed("level-reached"),
            Outcome.SKIPPED, typed("level-skipped"),
            Outcome.SUSPENDED, typed("suspended"),
            Outcome.RESUMED, typed("resumed"),
            Outcome.DE_ESCALATED, typed("de-escalated"));

    private static final String ACKNOWLEDGED = typed("acknowledged");

    private final Outbox outbox;

    @Inject
    ClimbPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param requestedBy the id of the caller who asked; names stay in the history */
    record Change(
            Instant at,
            int cycle,
            int from,
            int to,
            String cause,
            String reason,
            String requestedBy,
            Boolean confirmedByClock,
            List<Contact> persons,
            List<Integer> skipped) {}

    /** @param by the id of the caller who wrote the acknowledgement down */
    record TakenOver(Instant at, int cycle, int level, String title, Instant reachedAt, String by) {}

    record Contact(String name, String email, String phone) {
        static Contact of(Person person) {
            return new Contact(person.name(), person.email(), person.phone());
        }
    }

    record Escalation(
            String ticketId,
            String account,
            String serviceId,
            int cycle,
            int level,
            String title,
            boolean suspended,
            NextLevel next,
            Integer matrixVersion,
            long version) {}

    record Body(Object change, Escalation escalation) {}

    @Override
    public void climbed(Climb climb, List<Step> steps, Optional<NextLevel> next) {
        List<Integer> skipped =
                steps.stream().filter(Step::isSkipped).map(Step::to).toList();
        for (Step step : steps) {
            Change change = change(step, step.isSkipped() ? List.of(step.to()) : skipped);
            append(TYPES.get(step.outcome()), climb, step.at(), step.version(), change, next);
        }
    }

    @Override
    public void acknowledged(Climb climb, Step step, String by, Optional<NextLevel> next) {
        TakenOver change = new TakenOver(step.acknowledgedAt(), step.cycle(), step.to(), step.title(), step.at(), by);
        append(ACKNOWLEDGED, climb, step.acknowledgedAt(), climb.version(), change, next);
    }

    private void append(String type, Climb climb, Instant at, long version, Object change, Optional<NextLevel> next) {
        Body body = new Body(change, state(climb, next.orElse(null), version));
        outbox.append(new OutgoingEvent(Topic.NAME, climb.ticketId(), type, at, version, body));
    }

    private static Change change(Step step, List<Integer> skipped) {
        return new Change(
                step.at(),
                step.cycle(),
                step.from(),
                step.to(),
                step.cause().toString(),
                step.reason(),
                step.callerId(),
                step.confirmedByClock(),
                step.told().stream().map(Contact::of).toList(),
                skipped);
    }

    private static Escalation state(Climb climb, NextLevel next, long version) {
        return new Escalation(
                climb.ticketId(),
                climb.account(),
                climb.serviceId(),
                climb.cycle(),
                climb.level(),
                climb.title(),
                climb.isSuspended(),
                next,
                climb.matrixVersion(),
                version);
    }

    private static String typed(String word) {
        return "com.interspace.escalation." + word + ".v1";
    }
}
