package com.interspace.notification.usecase;

import com.interspace.chassis.erasure.ErasedPerson;
import com.interspace.notification.person.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A contact was erased at ticket-service: he is told nothing more, and nothing of him stays here either. */
@ApplicationScoped
public class ForgetPerson {

    private final People people;
    private final RecordDelivery record;

    @Inject
    ForgetPerson(People people, RecordDelivery record) {
        this.people = people;
        this.record = record;
    }

    @Transactional
    public void forget(ErasedPerson person) {
        people.queuedFor(person).forEach(message -> record.withheld(message, "The contact was erased"));
        people.forget(person);
    }
}
