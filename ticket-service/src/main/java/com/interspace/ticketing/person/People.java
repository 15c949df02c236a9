package com.interspace.ticketing.person;

import com.interspace.ticketing.service.Contact;
import java.util.List;
import java.util.Set;

/** What this service keeps of people, wherever it stands. */
public interface People {

    /** As whom somebody acted on the account's tickets. */
    record Acts(Set<String> actorIds, Set<String> names) {}

    /** Until the transaction ends nobody else erases somebody of this contact id. */
    void holdStill(String contactId);

    /** The accounts that know anything of a person with this contact id. */
    List<String> accountsKnowing(String contactId);

    /** Everybody whom the account's services and tickets name. */
    List<Contact> known(String account);

    /** With a token of his own, or under one of his names. */
    Acts acts(Person person);

    PersonalData about(Person person);

    /**
     * Takes the person out of tickets, notes, files' names, mail and histories. A history loses the salt and the detail of
     * the rows that name him, and goes on proving itself.
     */
    void erase(Person person);
}
