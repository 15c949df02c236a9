package com.interspace.chassis.erasure;

import java.util.Set;

/**
 * Whom everybody has to erase, as told by whoever was asked to.
 *
 * @param account the person is erased from what is kept for this account only
 * @param contactIds as which contact he was known
 * @param actorIds as whom he acted
 */
public record ErasedPerson(
        String account,
        Set<String> contactIds,
        Set<String> actorIds,
        Set<String> names,
        Set<String> emails,
        Set<String> phones) {

    public Traces traces() {
        return Traces.of(names, emails, phones);
    }
}
