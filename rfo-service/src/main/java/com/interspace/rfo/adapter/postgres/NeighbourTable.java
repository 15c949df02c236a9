package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

@ApplicationScoped
class NeighbourTable implements Neighbours {

    private static final String TICKET_ID = "^IS-[0-9]{7}-[0-9]$";

    private static final String AMONG =
            """
            select account, 'CUSTOMER' from service
            where lower(account) = any(cast(:capitalised as text[])) and account <> :account
            union
            select service_id, 'SERVICE' from service
            where service_id = any(cast(:ids as text[])) and account <> :account
            union
            select circuit, 'SERVICE' from service, unnest(circuits) circuit
            where circuits && cast(:ids as text[]) and circuit = any(cast(:ids as text[])) and account <> :account
            union
            select c.email, 'CUSTOMER' from service_contact c join service s using (service_id)
            where lower(c.email) = any(cast(:addresses as text[])) and s.account <> :account
              and not exists (select 1 from service_contact mine join service m using (service_id)
                              where lower(mine.email) = lower(c.email) and m.account = :account)
            union
            select c.name, 'CUSTOMER' from service_contact c join service s using (service_id)
            where lower(c.name) = any(cast(:phrases as text[])) and s.account <> :account
              and not exists (select 1 from service_contact mine join service m using (service_id)
                              where lower(mine.name) = lower(c.name) and m.account = :account)
            union
            select word, 'TICKET' from unnest(cast(:ids as text[])) word
            where word ~ :ticketId
              and not exists (select 1 from outage where ticket_id = word and account = :account)""";

    private final EntityManager entities;

    @Inject
    NeighbourTable(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Name> among(Set<String> words, String account) {
        return names(entities.createNativeQuery(AMONG, Object[].class)
                .setParameter("ids", writtenOrInCapitals(words))
                .setParameter("capitalised", inLowerCase(words, word -> Character.isUpperCase(word.codePointAt(0))))
                .setParameter("addresses", inLowerCase(words, word -> word.contains("@")))
                .setParameter("phrases", inLowerCase(words, word -> word.contains(" ")))
                .setParameter("account", known(account))
                .setParameter("ticketId", TICKET_ID));
    }

    /** What is of no account yet shares its names with nobody. */
    private static String known(String account) {
        return account == null ? "" : account;
    }

    private static String[] writtenOrInCapitals(Set<String> words) {
        return words.stream()
                .filter(word -> !word.contains(" "))
                .flatMap(word -> List.of(word, word.toUpperCase(Locale.ROOT)).stream())
                .distinct()
                .toArray(String[]::new);
    }

    private static String[] inLowerCase(Set<String> words, Predicate<String> which) {
        return words.stream()
                .filter(which)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static List<Name> names(Query query) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Name((String) row[0], Kind.valueOf((String) row[1])))
                .toList();
    }
}
