package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.outage.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;

@ApplicationScoped
class NeighbourTable implements Neighbours {

    private static final String TICKET_ID = "^IS-[0-9]{7}-[0-9]$";

    /**
     * Ids are compared as they are written and in capitals, which is how ours are, addresses in lower case. Accounts only as
     * they are written: some are everyday words.
     */
    private static final String AMONG =
            """
            select account, 'CUSTOMER' from service
            where account = any(cast(:words as text[])) and account <> :account
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
            select word, 'TICKET' from unnest(cast(:ids as text[])) word
            where word ~ :ticketId
              and not exists (select 1 from outage where ticket_id = word and account = :account)""";

    private static final String SHARING =
            """
            with recursive above as (
                select ticket_id, parent_ticket from outage where ticket_id = :ticketId
                union
                select o.ticket_id, o.parent_ticket from outage o join above a on o.ticket_id = a.parent_ticket),
            family as (
                select ticket_id from above
                union
                select parent_ticket from above where parent_ticket is not null
                union
                select o.ticket_id from outage o join family f on o.parent_ticket = f.ticket_id),
            accounts as (
                select distinct o.account from outage o join family f using (ticket_id)
                where o.account <> :account)
            select account, 'CUSTOMER' from accounts
            union
            select c.name, 'CUSTOMER' from service_contact c
            join service s using (service_id) join accounts a on a.account = s.account
            where trim(c.name) <> ''
              and not exists (select 1 from service_contact mine join service m using (service_id)
                              where lower(mine.name) = lower(c.name) and m.account = :account)""";

    private final EntityManager entities;

    @Inject
    NeighbourTable(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Name> among(Set<String> words, String account) {
        return names(entities.createNativeQuery(AMONG, Object[].class)
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("ids", writtenOrInCapitals(words))
                .setParameter("addresses", inLowerCase(words))
                .setParameter("account", known(account))
                .setParameter("ticketId", TICKET_ID));
    }

    @Override
    public List<Name> sharing(String ticketId, String account) {
        return names(entities.createNativeQuery(SHARING, Object[].class)
                .setParameter("ticketId", ticketId)
                .setParameter("account", known(account)));
    }

    /** What is of no account yet shares its names with nobody. */
    private static String known(String account) {
        return account == null ? "" : account;
    }

    private static String[] writtenOrInCapitals(Set<String> words) {
        return words.stream()
                .flatMap(word -> List.of(word, word.toUpperCase(Locale.ROOT)).stream())
                .distinct()
                .toArray(String[]::new);
    }

    private static String[] inLowerCase(Set<String> words) {
        return words.stream()
                .filter(word -> word.contains("@"))
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
