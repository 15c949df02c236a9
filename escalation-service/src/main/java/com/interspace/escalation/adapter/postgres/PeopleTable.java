package com.interspace.escalation.adapter.postgres;

import com.interspace.chassis.erasure.ErasedPerson;
import com.interspace.chassis.erasure.Eraser;
import com.interspace.chassis.erasure.Eraser.Texts;
import com.interspace.chassis.erasure.Traces;
import com.interspace.escalation.climb.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The customers' people stand in the histories of climbs only; the persons of a matrix are our own. */
@ApplicationScoped
class PeopleTable implements People {

    private static final String OF_ACCOUNT = "ticket_id in (select ticket_id from climb where account = ?)";
    private static final List<Texts> WRITTEN = List.of(Texts.of("climb_step", OF_ACCOUNT, "reason", "requested_by"));

    /** He may have called himself otherwise in his token. */
    private static final String ASKED =
            """
            update climb_step set requested_by = '%s' where cause = 'CUSTOMER' and requested_by is not null
              and caller_id = any(cast(:actorIds as text[]))
              and ticket_id in (select ticket_id from climb where account = :account)"""
                    .formatted(Traces.ERASED);

    private final EntityManager tables;
    private final Eraser eraser;

    @Inject
    PeopleTable(EntityManager tables, Eraser eraser) {
        this.tables = tables;
        this.eraser = eraser;
    }

    @Override
    public void forget(ErasedPerson person) {
        tables.createNativeQuery(ASKED)
                .setParameter("account", person.account())
                .setParameter("actorIds", person.actorIds().toArray(String[]::new))
                .executeUpdate();
        eraser.erase(person.traces(), WRITTEN, person.account());
        eraser.eraseFromPlumbing(person.traces());
    }
}
