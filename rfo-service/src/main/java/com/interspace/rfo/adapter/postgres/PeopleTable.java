package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.erasure.ErasedPerson;
import com.interspace.chassis.erasure.Eraser;
import com.interspace.chassis.erasure.Eraser.Texts;
import com.interspace.chassis.erasure.Traces;
import com.interspace.rfo.outage.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The customers' people, wherever somebody wrote of them. A document that was issued is left as it was issued. */
@ApplicationScoped
class PeopleTable implements People {

    private static final String OF_RFOS = "rfo_id in (select id from rfo where account = ?)";
    private static final String PROBLEMS =
            " in (select p.problem_id from problem_service p join service s using (service_id) where s.account = ?)";
    private static final String OF_SERVICES = "subject in (select service_id from service where account = ?)";

    private static final List<Texts> WRITTEN = List.of(
            Texts.of("outage", "account = ?", "summary", "resolution"),
            Texts.of("timeline_row", "ticket_id in (select ticket_id from outage where account = ?)", "text"),
            Texts.of("rfo", "account = ?", "edits", "reviewed", "approved_by"),
            Texts.of("rfo_change", OF_RFOS, "person_name", "comment", "written"),
            Texts.of(
                    "problem",
                    "id" + PROBLEMS,
                    "title",
                    "description",
                    "reason",
                    "status_reason",
                    "root_cause",
                    "workaround",
                    "permanent_fix"),
            Texts.of("problem_change", "problem_id" + PROBLEMS, "fields", "comment"),
            Texts.of("preventive_action", "problem_id" + PROBLEMS, "text", "evidence", "comment"),
            Texts.of("finding", OF_SERVICES, "sentence", "comment"),
            Texts.of("finding_evidence", "finding_id in (select id from finding where " + OF_SERVICES + ")", "text"));

    private static final String CONTACTS =
            """
            delete from service_contact c using service s where c.service_id = s.service_id and s.account = :account
              and c.contact_id = any(cast(:ids as text[]))""";

    /** He may have called himself otherwise in his token. */
    private static final String REQUESTS =
            """
            update rfo_change set person_name = '%s' where person_id = any(cast(:ids as text[]))
              and rfo_id in (select id from rfo where account = :account)"""
                    .formatted(Traces.ERASED);

    private final EntityManager tables;
    private final Eraser eraser;

    @Inject
    PeopleTable(EntityManager tables, Eraser eraser) {
        this.tables = tables;
        this.eraser = eraser;
    }

    @Override
    public void forget(ErasedPerson person) {
        run(CONTACTS, person.account(), person.contactIds().toArray(String[]::new));
        run(REQUESTS, person.account(), person.actorIds().toArray(String[]::new));
        eraser.erase(person.traces(), WRITTEN, person.account());
        eraser.eraseFromPlumbing(person.traces());
    }

    private void run(String statement, String account, String[] ids) {
        tables.createNativeQuery(statement)
                .setParameter("account", account)
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
