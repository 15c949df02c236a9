package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.person.Erasure;
import com.interspace.ticketing.person.Erasures;
import com.interspace.ticketing.person.People;
import com.interspace.ticketing.person.Person;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceNews;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A manager erases a contact. Here it happens at once, in one transaction; the other services hear of it on the topic of
 * the services, where the contact is overwritten.
 */
@ApplicationScoped
public class ErasePerson {

    private static final int LONGEST_REASON = 500;

    private final KnowPerson knowPerson;
    private final People people;
    private final Erasures erasures;
    private final Services services;
    private final ServiceNews news;
    private final InstantSource time;

    @Inject
    ErasePerson(
            KnowPerson knowPerson,
            People people,
            Erasures erasures,
            Services services,
            ServiceNews news,
            InstantSource time) {
        this.knowPerson = knowPerson;
        this.people = people;
        this.erasures = erasures;
        this.services = services;
        this.news = news;
        this.time = time;
    }

    /**
     * Once erased, saying it again changes nothing and answers what was written down then.
     *
     * @param account whose contact it is; null when that is clear
     * @throws NotFound when nobody of that id is known, nor was erased
     * @throws Invalid when the reason is missing or names the person, or the account is not clear
     */
    @Transactional
    public Erasure erase(String contactId, String account, String reason, Caller caller) {
        checkReason(reason);
        people.holdStill(contactId);
        Optional<Person> known = knowPerson.find(contactId, account);
        if (known.isEmpty()) {
            return past(contactId, account);
        }
        Person person = known.get();
        if (person.traces().areIn(reason)) {
            throw new Invalid("reason", "must not name the person, because it is kept; name a request or a law");
        }
        Instant now = time.instant();
        people.erase(person);
        tellOthers(person, caller, now);
        Erasure erasure = new Erasure(person.account(), contactId, reason.strip(), Actors.of(caller), now);
        erasures.add(erasure);
        return erasure;
    }

    /**
     * What was written down when the contact was erased.
     *
     * @throws NotFound when that never happened
     */
    @Transactional
    public Erasure past(String contactId, String account) {
        List<Erasure> found = erasures.of(contactId).stream()
                .filter(erasure -> account == null || erasure.account().equals(account))
                .toList();
        if (found.isEmpty()) {
            throw new NotFound("contact", contactId);
        }
        if (found.size() > 1) {
            throw KnowPerson.accountNeeded();
        }
        return found.get(0);
    }

    /** By every service that names him; by any one of the account when he stands in its tickets only. */
    private void tellOthers(Person person, Caller caller, Instant now) {
        List<Service> ofAccount = services.ofAccount(person.account());
        List<Service> naming = ofAccount.stream()
                .filter(service -> service.contacts().nameAnyOf(person.contactIds()))
                .toList();
        Actor by = Actors.of(caller);
        (naming.isEmpty() ? ofAccount.stream().limit(1).toList() : naming)
                .forEach(listed -> services.take(listed.id()).ifPresent(service -> {
                    service.forget(person.contactIds(), by.id(), by.party(), now);
                    service.drain().forEach(event -> news.tell(service, event, person.erased()));
                }));
    }

    private static void checkReason(String reason) {
        Violations violations = new Violations();
        violations.atMost("reason", violations.required("reason", reason), LONGEST_REASON);
        violations.throwIfAny();
    }
}
