package com.interspace.ticketing.adapter.postgres;

import java.util.Set;

/**
 * One thing by its id, if it is of one of the caller's accounts. The accounts are one array: for a list of values
 * ("account in ...") Hibernate translates the query anew each time that it is asked.
 */
final class InScope {

    static final String BY_ID = "id = ?1 and array_contains(?2, account)";

    private InScope() {}

    static String[] of(Set<String> accounts) {
        return accounts.toArray(String[]::new);
    }
}
