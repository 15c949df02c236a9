package com.interspace.escalation.adapter.kafka;

import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.ClimbAnnouncements;
import com.interspace.escalation.climb.NextLevel;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.matrix.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes events about climbs; their state is that after the last step, their version that of the step. */
@ApplicationScoped
class ClimbPublisher implements ClimbAnnouncements {

    private static final String REACHED = "com.interspace.escalation.level-reached.v1";
    private static final String SKIPPED = "com.interspace.escalation.level-skipped.v1";

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

    record Body(Change change, Escalation escalation) {}

    @Override
    public void climbed(Climb climb, List<Step> steps, Optional<NextLevel> next) {
        List<Integer> skipped =
                steps.stream().filter(Step::isSkipped).map(Step::to).toList();
        for (Step step : steps) {
            Body body = new Body(
                    change(step, step.isSkipped() ? List.of(step.to()) : skipped),
                    state(climb, next.orElse(null), step.version()));
            outbox.append(new OutgoingEvent(
                    Topic.NAME,
                    climb.ticketId(),
                    step.isSkipped() ? SKIPPED : REACHED,
                    step.at(),
                    step.version(),
                    body));
        }
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
                false,
                next,
                climb.matrixVersion(),
                version);
    }
}
