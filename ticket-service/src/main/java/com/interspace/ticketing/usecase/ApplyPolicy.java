package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.sla.Policies;
import com.interspace.ticketing.sla.SlaPolicy;
import com.interspace.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * A manager puts everything that is open under one version of the policy. Tickets are taken in small batches, each in
 * a transaction of its own, so that nobody waits for long; if this is cut off, doing it again goes on with the rest.
 */
@ApplicationScoped
public class ApplyPolicy {

    private static final int BATCH = 100;

    private final Policies policies;
    private final Tickets tickets;
    private final PolicyBatch batch;

    @Inject
    ApplyPolicy(Policies policies, Tickets tickets, PolicyBatch batch) {
        this.policies = policies;
        this.tickets = tickets;
        this.batch = batch;
    }

    /**
     * @return how many tickets came under it that were under another one
     * @throws NotFound when there is no such version
     */
    public int toOpen(int version, String reason, Caller caller) {
        SlaPolicy policy =
                policies.find(version).orElseThrow(() -> new NotFound("SLA policy", Integer.toString(version)));
        int applied = 0;
        List<String> ids = tickets.openAfter("", BATCH);
        while (!ids.isEmpty()) {
            applied += batch.apply(policy, ids, Text.readable(reason), Actors.of(caller));
            ids = tickets.openAfter(ids.get(ids.size() - 1), BATCH);
        }
        return applied;
    }
}
