package com.interspace.ticketing.person;

import com.interspace.chassis.erasure.Traces;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.ErasedContact;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One person of an account, by everything that the account knows him by. The same name with the same address is the same
 * person, whatever his contact id; a name, an address or a number that somebody else of the account has too is not his
 * alone and is not counted as his.
 *
 * @param contactId what was asked for
 * @param contactIds all his contact ids
 * @param actorIds as whom he acted, by mail (his contact ids) or with a token
 */
public record Person(
        String account,
        String contactId,
        Set<String> contactIds,
        Set<String> actorIds,
        Set<String> names,
        Set<String> emails,
        Set<String> phones) {

    public Person {
        contactIds = Set.copyOf(contactIds);
        actorIds = Set.copyOf(actorIds);
        names = Set.copyOf(names);
        emails = Set.copyOf(emails);
        phones = Set.copyOf(phones);
    }

    /**
     * @param known everybody whom the account's services and tickets name
     * @return empty when nothing is known of a person with that id
     */
    public static Optional<Person> among(Collection<Contact> known, String account, String contactId) {
        Set<Contact> self = known.stream()
                .filter(contact -> contact.contactId().equals(contactId) && contact.saysAnything())
                .collect(Collectors.toSet());
        if (self.isEmpty()) {
            return Optional.empty();
        }
        Set<Contact> his = known.stream()
                .filter(contact -> self.stream().anyMatch(contact::isSamePersonAs))
                .collect(Collectors.toSet());
        Set<Contact> others =
                known.stream().filter(contact -> !his.contains(contact)).collect(Collectors.toSet());
        Set<String> ids = his.stream().map(Contact::contactId).collect(Collectors.toSet());
        return Optional.of(new Person(
                account,
                contactId,
                ids,
                ids,
                only(his, others, Contact::name),
                only(his, others, Contact::email),
                only(his, others, Contact::phone)));
    }

    /** The same person, who also acted under these ids and by these names. */
    public Person actedAs(Set<String> moreIds, Set<String> moreNames) {
        return new Person(
                account, contactId, contactIds, union(actorIds, moreIds), union(names, moreNames), emails, phones);
    }

    public ErasedContact erased() {
        return new ErasedContact(contactIds, actorIds, names, emails, phones);
    }

    public Traces traces() {
        return Traces.of(names, emails, phones);
    }

    private static Set<String> only(Set<Contact> his, Set<Contact> others, Function<Contact, String> word) {
        Set<String> theirs = words(others, word).map(Person::key).collect(Collectors.toSet());
        return words(his, word).filter(said -> !theirs.contains(key(said))).collect(Collectors.toSet());
    }

    private static Stream<String> words(Set<Contact> people, Function<Contact, String> word) {
        return people.stream().map(word).filter(said -> said != null && !said.isBlank());
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
