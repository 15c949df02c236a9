package com.interspace.ticketing.adapter.postgres;

import com.interspace.chassis.erasure.Eraser;
import com.interspace.chassis.erasure.Eraser.Texts;
import com.interspace.ticketing.person.People;
import com.interspace.ticketing.person.Person;
import com.interspace.ticketing.person.PersonalData;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresPeople implements People {

    private static final String OF_ACCOUNT = "ticket_id in (select id from ticket where account = ?)";

    /** What people write and say; whoever reads it afterwards sees where something was taken out. */
    private static final List<Texts> WRITTEN = List.of(
            Texts.of(
                    "ticket",
                    "account = ?",
                    "summary",
                    "description",
                    "resolution",
                    "status_reason",
                    "held_by",
                    "deferral_reason"),
            Texts.of("note", OF_ACCOUNT, "text"),
            Texts.of("attachment", OF_ACCOUNT, "file_name"),
            // A mail knows no account before somebody has acted upon it.
            Texts.of("mail", "? is not null", "sender_name", "subject", "why", "decision"));

    private static final String NAMES_IN_TICKETS =
            """
            update ticket set reporter_name = null, reporter_email = null, reporter_phone = null
            where account = :account and reporter_contact_id = any(cast(:contactIds as text[]))""";

    private static final String AUTHORS_OF_NOTES = nameless("note", "author");
    private static final String AUTHORS_OF_FILES = nameless("attachment", "author");
    private static final String ACTORS = nameless("ticket_history", "actor");

    private static final String DETAILS =
            """
            update ticket_history set salt = null, detail = null
            where ticket_id in (select id from ticket where account = :account) and detail ~* :traces""";

    /** His mails, and those on tickets that he took part in or that name him: people are quoted and copied in. */
    private static final String BYTES_OF_MAIL =
            """
            update mail set raw = '', complete = false where octet_length(raw) > 0 and (
                sender = any(cast(:emails as text[]))
                or ticket_id in (select id from ticket
                    where account = :account and reporter_contact_id = any(cast(:contactIds as text[])))
                or ticket_id in (select h.ticket_id from ticket_history h join ticket t on t.id = h.ticket_id
                    where t.account = :account and (h.salt is null or h.actor_id = any(cast(:actorIds as text[])))))""";

    private static final String SENDER_OF_MAIL =
            """
            update mail set sender = null, sender_name = null,
                state = case state when 'QUARANTINED' then 'REFUSED' else state end,
                decision = case state when 'QUARANTINED' then 'its sender was erased' else decision end
            where sender = any(cast(:emails as text[]))""";

    private static final String ACTS =
            """
            select distinct h.actor_id, h.actor_name from ticket_history h join ticket t on t.id = h.ticket_id
            where t.account = :account and h.party = 'customer' and h.actor_id is not null
              and (h.sequence = 1 and t.reporter_contact_id = any(cast(:contactIds as text[]))
                or lower(h.actor_name) = any(cast(:names as text[])))""";

    private final EntityManager tables;
    private final Services services;
    private final Eraser eraser;

    @Inject
    PostgresPeople(EntityManager tables, Services services, Eraser eraser) {
        this.tables = tables;
        this.services = services;
        this.eraser = eraser;
    }

    @Override
    public void holdStill(String contactId) {
        tables.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('erasure'), hashtext(:id))")
                .setParameter("id", contactId)
                .getResultList();
    }

    @Override
    public List<String> accountsKnowing(String contactId) {
        return texts(tables.createNativeQuery(
                        """
                        select account from service where lower(contacts)\\:\\:jsonb @> cast(:contact as jsonb)
                          and position(:exactly in contacts) > 0
                        union
                        select account from ticket where reporter_contact_id = :id
                          and (reporter_name is not null or reporter_email is not null or reporter_phone is not null)
                        order by 1""")
                .setParameter("contact", ContactsConverter.havingId(contactId))
                .setParameter("exactly", ContactsConverter.idWritten(contactId))
                .setParameter("id", contactId));
    }

    @Override
    public List<Contact> known(String account) {
        List<Contact> known = new ArrayList<>();
        services.ofAccount(account).stream().map(Service::contacts).forEach(contacts -> known.addAll(contacts.all()));
        rows(tables.createNativeQuery(
                                """
                                select distinct reporter_contact_id, reporter_name, reporter_email, reporter_phone
                                from ticket where account = :account""")
                        .setParameter("account", account))
                .forEach(row -> known.add(
                        new Contact((String) row[0], (String) row[1], (String) row[2], (String) row[3], List.of())));
        return known;
    }

    @Override
    public Acts acts(Person person) {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        rows(tables.createNativeQuery(ACTS)
                        .setParameter("account", person.account())
                        .setParameter("contactIds", array(person.contactIds()))
                        .setParameter("names", array(lower(person.names()))))
                .forEach(row -> {
                    ids.add((String) row[0]);
                    names.add((String) row[1]);
                });
        names.removeIf(Objects::isNull);
        return new Acts(ids, names);
    }

    @Override
    public PersonalData about(Person person) {
        return new PersonalData(
                list(
                        """
                        select t.id, t.created_at, t.summary, t.reporter_name, t.reporter_email, t.reporter_phone
                        from ticket t where t.account = :account
                          and t.reporter_contact_id = any(cast(:ids as text[])) order by t.created_at, t.id""",
                        person,
                        person.contactIds(),
                        row -> new PersonalData.Reported(
                                (String) row[0],
                                (Instant) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (String) row[5])),
                list(
                        """
                        select n.ticket_id, n.at, n.text from note n join ticket t on t.id = n.ticket_id
                        where t.account = :account and n.author_id = any(cast(:ids as text[])) order by n.at, n.id""",
                        person,
                        person.actorIds(),
                        row -> new PersonalData.Said((String) row[0], (Instant) row[1], (String) row[2])),
                list(
                        """
                        select a.ticket_id, cast(a.id as text), a.at, a.file_name
                        from attachment a join ticket t on t.id = a.ticket_id
                        where t.account = :account and a.author_id = any(cast(:ids as text[])) order by a.at, a.id""",
                        person,
                        person.actorIds(),
                        row -> new PersonalData.File(
                                (String) row[0], (String) row[1], (Instant) row[2], (String) row[3])),
                rows(tables.createNativeQuery(
                                        """
                                        select cast(id as text), received_at, sender, sender_name, subject from mail
                                        where sender = any(cast(:emails as text[])) order by id""")
                                .setParameter("emails", array(lower(person.emails()))))
                        .stream()
                        .map(row -> new PersonalData.Mailed(
                                (String) row[0], (Instant) row[1], (String) row[2], (String) row[3], (String) row[4]))
                        .toList());
    }

    @Override
    public void erase(Person person) {
        run(NAMES_IN_TICKETS, person, "contactIds");
        run(AUTHORS_OF_NOTES, person, "actorIds");
        run(AUTHORS_OF_FILES, person, "actorIds");
        run(ACTORS, person, "actorIds");
        if (!person.traces().isEmpty()) {
            tables.createNativeQuery(DETAILS)
                    .setParameter("account", person.account())
                    .setParameter("traces", person.traces().pattern())
                    .executeUpdate();
        }
        run(BYTES_OF_MAIL, person, "contactIds", "actorIds", "emails");
        tables.createNativeQuery(SENDER_OF_MAIL)
                .setParameter("emails", array(lower(person.emails())))
                .executeUpdate();
        eraser.erase(person.traces(), WRITTEN, person.account());
        eraser.eraseFromPlumbing(person.traces());
    }

    private void run(String statement, Person person, String... named) {
        Query query = tables.createNativeQuery(statement).setParameter("account", person.account());
        for (String name : named) {
            query.setParameter(
                    name,
                    array(
                            switch (name) {
                                case "contactIds" -> person.contactIds();
                                case "actorIds" -> person.actorIds();
                                default -> lower(person.emails());
                            }));
        }
        query.executeUpdate();
    }

    private <T> List<T> list(String question, Person person, Set<String> ids, Function<Object[], T> row) {
        return rows(tables.createNativeQuery(question)
                        .setParameter("account", person.account())
                        .setParameter("ids", array(ids)))
                .stream()
                .map(row)
                .toList();
    }

    private static String nameless(String table, String who) {
        return """
            update %1$s set %2$s_name = null where %2$s_id = any(cast(:actorIds as text[]))
              and ticket_id in (select id from ticket where account = :account)"""
                .formatted(table, who);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Query query) {
        return query.getResultList();
    }

    private static Set<String> lower(Set<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static String[] array(Set<String> words) {
        return words.toArray(String[]::new);
    }
}
