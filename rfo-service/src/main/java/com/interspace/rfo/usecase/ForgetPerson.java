package com.interspace.rfo.usecase;

import com.interspace.chassis.erasure.ErasedPerson;
import com.interspace.rfo.outage.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A contact was erased at ticket-service: nothing of him stays here either. */
@ApplicationScoped
public class ForgetPerson {

    private final People people;

    @Inject
    ForgetPerson(People people) {
        this.people = people;
    }

    @Transactional
    public void forget(ErasedPerson person) {
        people.forget(person);
    }
}
