package com.interspace.rfo.outage;

import java.util.List;
import java.util.Set;

/** The other customers, as far as it takes not to name them. */
public interface Neighbours {

    /** What a name stands for. */
    enum Kind {
        /** An account, or somebody who belongs to one. */
        CUSTOMER,
        /** A service or one of its circuits. */
        SERVICE,
        TICKET
    }

    /** @param text the name as it is known here; however it is written, it means the same */
    record Name(String text, Kind kind) {}

    /**
     * Those of these words that are the account, a service, a circuit, a ticket, or the name or address of a contact of
     * another account than this one. A word that looks like a ticket's id is foreign unless the ticket is known to be ours;
     * an account may be written in any case as long as it begins with a capital.
     *
     * @param words single words, and neighbouring ones with a space between them, as names of people have it
     * @param account whose report it is; null = of no account, so that every name is foreign
     */
    List<Name> among(Set<String> words, String account);
}
