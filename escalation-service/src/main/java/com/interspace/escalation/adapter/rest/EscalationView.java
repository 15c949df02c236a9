package com.interspace.escalation.adapter.rest;

import com.interspace.chassis.caller.Caller;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.NextLevel;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.matrix.Person;
import com.interspace.escalation.usecase.Escalation;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a ticket has been escalated. */
@Schema(name = "Escalation")
public record EscalationView(
        String ticketId,
        String account,
        String serviceId,
        int cycle,
        int level,
        String title,
        boolean suspended,
        NextLevel next,
        Integer matrixVersion,
        List<StepView> history,
        long version) {

    /**
     * One level that was reached or passed over, or what the centre ordered; persons are left out where they are not the
     * caller's to see.
     */
    @Schema(name = "EscalationStep")
    public record StepView(
            Instant at,
            int cycle,
            int from,
            int to,
            String outcome,
            String cause,
            String reason,
            String requestedBy,
            Boolean confirmedByClock,
            List<ToldView> told,
            Instant acknowledgedAt,
            String acknowledgedBy) {

        private static StepView of(Step step, boolean namesPersons) {
            return new StepView(
                    step.at(),
                    step.cycle(),
                    step.from(),
                    step.to(),
                    step.outcome().toString(),
                    step.cause().toString(),
                    step.reason(),
                    step.requestedBy(),
                    step.confirmedByClock(),
                    namesPersons ? step.told().stream().map(ToldView::of).toList() : List.of(),
                    step.acknowledgedAt(),
                    namesPersons ? step.acknowledgedBy() : null);
        }
    }

    /** Somebody who was told. */
    @Schema(name = "ToldPerson")
    public record ToldView(String name, String email) {

        private static ToldView of(Person person) {
            return new ToldView(person.name(), person.email());
        }
    }

    /** A customer sees persons only if they stand in a matrix of his contract; the internal default is the centre's. */
    static EscalationView of(Escalation escalation, Caller caller) {
        Climb climb = escalation.climb();
        boolean namesPersons =
                climb.hasContractualMatrix() || caller.accountScope().isEmpty();
        return new EscalationView(
                climb.ticketId(),
                climb.account(),
                climb.serviceId(),
                climb.cycle(),
                climb.level(),
                climb.title(),
                climb.isSuspended(),
                escalation.next().orElse(null),
                climb.matrixVersion(),
                escalation.history().stream()
                        .map(step -> StepView.of(step, namesPersons))
                        .toList(),
                climb.version());
    }
}
