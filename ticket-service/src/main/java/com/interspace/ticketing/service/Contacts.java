package com.interspace.ticketing.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of the customer who are known for a service. */
public record Contacts(List<Contact> all) {

    public Contacts {
        all = List.copyOf(all);
    }

    /** Compared without case; empty for no address. */
    public Optional<Contact> byEmail(String address) {
        return all.stream().filter(contact -> contact.hasEmail(address)).findFirst();
    }

    public Optional<Contact> byId(String contactId) {
        return all.stream()
                .filter(contact -> contact.contactId().equals(contactId))
                .findFirst();
    }

    public boolean nameAnyOf(Set<String> contactIds) {
        return all.stream().anyMatch(contact -> contactIds.contains(contact.contactId()));
    }

    Contacts without(Set<String> contactIds) {
        return new Contacts(all.stream()
                .filter(contact -> !contactIds.contains(contact.contactId()))
                .toList());
    }

    Contacts with(Contact another) {
        List<Contact> more = new ArrayList<>(all);
        more.add(another);
        return new Contacts(more);
    }

    /** The provisioned ones, and those learned from reports that provisioning does not name. */
    List<Contact> replacedBy(List<Contact> provisioned) {
        Contacts fresh = new Contacts(provisioned);
        List<Contact> merged = new ArrayList<>(provisioned);
        all.stream()
                .filter(Contact::wasLearned)
                .filter(learned -> fresh.byId(learned.contactId()).isEmpty())
                .forEach(merged::add);
        return merged;
    }
}
