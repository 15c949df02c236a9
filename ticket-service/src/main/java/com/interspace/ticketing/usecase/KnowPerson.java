package com.interspace.ticketing.usecase;

import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.person.People;
import com.interspace.ticketing.person.Person;
import com.interspace.ticketing.person.PersonalData;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A manager hands a person what is kept of him. */
@ApplicationScoped
public class KnowPerson {

    /**
     * A person and what is kept of him.
     *
     * @param contacts as which contact each service names him
     */
    public record Known(Person person, Map<String, List<Contact>> contacts, PersonalData data) {}

    private final People people;
    private final Services services;

    @Inject
    KnowPerson(People people, Services services) {
        this.people = people;
        this.services = services;
    }

    /**
     * @param account whose contact it is; null when that is clear
     * @throws NotFound when nobody of that id is known
     * @throws Invalid when several accounts know one
     */
    @Transactional
    public Known know(String contactId, String account) {
        Person person = find(contactId, account).orElseThrow(() -> new NotFound("contact", contactId));
        Map<String, List<Contact>> contacts = new TreeMap<>();
        for (Service service : services.ofAccount(person.account())) {
            List<Contact> his = service.contacts().all().stream()
                    .filter(contact -> person.contactIds().contains(contact.contactId()))
                    .toList();
            if (!his.isEmpty()) {
                contacts.put(service.id(), his);
            }
        }
        return new Known(person, contacts, people.about(person));
    }

    Optional<Person> find(String contactId, String account) {
        List<String> accounts = people.accountsKnowing(contactId).stream()
                .filter(known -> account == null || known.equals(account))
                .toList();
        if (accounts.size() > 1) {
            throw accountNeeded();
        }
        return accounts.stream()
                .findFirst()
                .flatMap(known -> Person.among(people.known(known), known, contactId))
                .map(this::withActs);
    }

    static Invalid accountNeeded() {
        return new Invalid("account", "is required: a contact of this id exists in several accounts");
    }

    private Person withActs(Person person) {
        People.Acts acts = people.acts(person);
        return person.actedAs(acts.actorIds(), acts.names());
    }
}
