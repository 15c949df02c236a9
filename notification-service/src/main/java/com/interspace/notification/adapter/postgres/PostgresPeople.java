package com.interspace.notification.adapter.postgres;

import com.interspace.chassis.erasure.ErasedPerson;
import com.interspace.chassis.erasure.Eraser;
import com.interspace.chassis.erasure.Eraser.Texts;
import com.interspace.chassis.erasure.Traces;
import com.interspace.notification.person.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@ApplicationScoped
class PostgresPeople implements People {

    private static final List<Texts> WRITTEN = List.of(
            Texts.of("message", "account = ?", "subject", "text", "html", "address", "why"),
            Texts.of("notice", "account = ?", "facts"),
            Texts.of("ticket", "account = ?", "summary"));

    private static final String HIS = "account = :account and contact_id = any(cast(:contactIds as text[]))";

    private static final String QUEUED =
            """
            select id from message where account = :account and state = 'QUEUED' and channel = 'email'
              and recipient = any(cast(:contactIds as text[])) order by position""";

    private static final String ADDRESS =
            """
            update message set address = '%s' where account = :account and channel = 'email'
              and recipient = any(cast(:contactIds as text[]))"""
                    .formatted(Traces.ERASED);

    private final EntityManager tables;
    private final Eraser eraser;

    @Inject
    PostgresPeople(EntityManager tables, Eraser eraser) {
        this.tables = tables;
        this.eraser = eraser;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<UUID> queuedFor(ErasedPerson person) {
        return tables.createNativeQuery(QUEUED)
                .setParameter("account", person.account())
                .setParameter("contactIds", person.contactIds().toArray(String[]::new))
                .getResultList();
    }

    @Override
    public void forget(ErasedPerson person) {
        tables.flush();
        run(
                "delete from contact c using service s where c.service_id = s.service_id and s.account = :account"
                        + " and c.contact_id = any(cast(:contactIds as text[]))",
                person);
        run("delete from contact_preference where " + HIS, person);
        run(ADDRESS, person);
        tables.createNativeQuery("delete from undeliverable_address where address = any(cast(:emails as text[]))")
                .setParameter(
                        "emails",
                        person.emails().stream()
                                .map(email -> email.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .executeUpdate();
        eraser.erase(person.traces(), WRITTEN, person.account());
        eraser.eraseFromPlumbing(person.traces());
    }

    private void run(String statement, ErasedPerson person) {
        tables.createNativeQuery(statement)
                .setParameter("account", person.account())
                .setParameter("contactIds", person.contactIds().toArray(String[]::new))
                .executeUpdate();
    }
}
