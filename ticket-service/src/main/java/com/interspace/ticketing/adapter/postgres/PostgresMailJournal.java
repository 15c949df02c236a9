package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.correspondence.ArrivedMail;
import com.interspace.ticketing.correspondence.ContentDigest;
import com.interspace.ticketing.correspondence.JournaledMail;
import com.interspace.ticketing.correspondence.MailJournal;
import com.interspace.ticketing.correspondence.MailState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

@ApplicationScoped
class PostgresMailJournal implements MailJournal, PanacheRepositoryBase<JournaledMail, Long> {

    @Override
    public boolean add(ArrivedMail mail, String contentDigest, Instant now) {
        return nativeQuery(
                                """
                                insert into mail (mailbox, uid_validity, uid, received_at, journaled_at, size, complete, raw,
                                    digest, content_digest, state, attempts, due_at)
                                values (:mailbox, :validity, :uid, :receivedAt, :now, :size, :complete, :raw,
                                    :digest, :contentDigest, 'JOURNALED', 0, :now)
                                on conflict (mailbox, uid_validity, uid) do nothing""")
                        .setParameter("mailbox", mail.mailbox())
                        .setParameter("validity", mail.uidValidity())
                        .setParameter("uid", mail.uid())
                        .setParameter("receivedAt", mail.receivedAt())
                        .setParameter("now", now)
                        .setParameter("size", mail.size())
                        .setParameter("complete", mail.complete())
                        .setParameter("raw", mail.raw())
                        .setParameter("digest", ContentDigest.whole(mail.raw()))
                        .setParameter("contentDigest", contentDigest)
                        .executeUpdate()
                == 1;
    }

    @Override
    public OptionalLong lastUid(String mailbox, long uidValidity) {
        return number(nativeQuery("select max(uid) from mail where mailbox = :mailbox and uid_validity = :validity")
                .setParameter("mailbox", mailbox)
                .setParameter("validity", uidValidity));
    }

    @Override
    public OptionalLong nextDue(Instant now) {
        return number(nativeQuery("select id from mail where due_at <= :now order by due_at, id limit 1")
                .setParameter("now", now));
    }

    @Override
    public Optional<JournaledMail> takeDue(long id, Instant now) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from mail where id = :id and due_at <= :now for update skip locked",
                        JournaledMail.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<JournaledMail> take(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Optional<JournaledMail> find(long id) {
        return findByIdOptional(id);
    }

    @Override
    public byte[] raw(long id) {
        return (byte[]) getEntityManager()
                .createNativeQuery("select raw from mail where id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }

    @Override
    public OptionalLong actedUponCopy(JournaledMail mail) {
        nativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:digest, 0))")
                .setParameter("digest", mail.contentDigest())
                .getResultList();
        return number(nativeQuery(
                        """
                        select min(id) from mail
                        where content_digest = :digest and id <> :id and state not in ('JOURNALED', 'DUPLICATE')""")
                .setParameter("digest", mail.contentDigest())
                .setParameter("id", mail.id()));
    }

    @Override
    public List<JournaledMail> list(MailState state, long beforeId, int limit) {
        return find("state = ?1 and id < ?2 order by id desc", state, beforeId)
                .range(0, limit)
                .list();
    }

    @Override
    public long openedSince(String sender, Instant since) {
        return count(
                "sender = ?1 and handledAt >= ?2 and ticketId is not null and state = ?3",
                sender,
                since,
                MailState.OPENED);
    }

    @Override
    public boolean wasAnsweredSince(String sender, String ticketId, Instant since) {
        return count(
                        "sender = ?1 and handledAt >= ?2 and ticketId = ?3 and answeredAt is not null",
                        sender,
                        since,
                        ticketId)
                > 0;
    }

    @Override
    public long waiting(MailState state) {
        return count("state", state);
    }

    @Override
    public Optional<Instant> oldestDue() {
        return find("dueAt is not null order by dueAt, id")
                .firstResultOptional()
                .map(JournaledMail::journaledAt);
    }

    private Query nativeQuery(String sql) {
        return getEntityManager().createNativeQuery(sql);
    }

    private static OptionalLong number(Query query) {
        List<?> found = query.getResultList();
        return found.isEmpty() || found.get(0) == null
                ? OptionalLong.empty()
                : OptionalLong.of(((Number) found.get(0)).longValue());
    }
}
