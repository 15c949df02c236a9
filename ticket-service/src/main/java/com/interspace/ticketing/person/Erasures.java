package com.interspace.ticketing.person;

import java.util.List;
import java.util.Optional;

/** Every erasure that was ever made. */
public interface Erasures {

    void add(Erasure erasure);

    /** The newest of each account that had this contact. */
    List<Erasure> of(String contactId);

    default Optional<Erasure> of(String account, String contactId) {
        return of(contactId).stream()
                .filter(erasure -> erasure.account().equals(account))
                .findFirst();
    }
}
