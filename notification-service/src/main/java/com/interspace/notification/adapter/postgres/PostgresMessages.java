package com.interspace.notification.adapter.postgres;

import com.interspace.notification.audience.Party;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.MessageQuery;
import com.interspace.notification.message.Messages;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresMessages implements Messages, PanacheRepositoryBase<Message, UUID> {

    private static final String CLAIM =
            """
            update message set claimed_until = :until, attempts = attempts + 1
            where id in (
                select due.id from message due
                where due.state = 'QUEUED' and due.due_at <= :now
                  and (due.claimed_until is null or due.claimed_until <= :now)
                  and not exists (
                      select 1 from message earlier
                      where earlier.thread = due.thread and earlier.channel = due.channel
                        and earlier.position < due.position and earlier.state = 'QUEUED'
                        and (earlier.due_at <= :now or earlier.claimed_until > :now))
                order by due.due_at, due.position
                limit :many
                for update of due skip locked)
            returning id""";

    @Override
    public boolean exists(String eventId, String recipient, String channel) {
        return count("eventId = ?1 and recipient = ?2 and channel = ?3", eventId, recipient, channel) > 0;
    }

    /** Written at once, so that messages keep the order in which they were decided. */
    @Override
    public void add(Message message) {
        persistAndFlush(message);
    }

    @Override
    public Optional<Message> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<Message> claim(Instant now, Instant until, int limit) {
        List<?> claimed = getEntityManager()
                .createNativeQuery(CLAIM, UUID.class)
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("many", limit)
                .getResultList();
        return claimed.isEmpty() ? List.of() : list("id in ?1 order by position", claimed);
    }

    @Override
    public List<Message> find(MessageQuery query, Long before, int limit) {
        Conditions wanted = Conditions.of(query);
        if (before != null) {
            wanted.and("position < :before", "before", before);
        }
        return find(wanted.hql() + " order by position desc", wanted.parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    @Override
    public long count(MessageQuery query) {
        Conditions wanted = Conditions.of(query);
        return count(wanted.hql(), wanted.parameters);
    }

    /** The conditions that a query names; the scope of the caller is one of them. */
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Parameters parameters = new Parameters();

        static Conditions of(MessageQuery query) {
            Conditions wanted = new Conditions();
            query.accounts().ifPresent(accounts -> wanted.and("account in :accounts", "accounts", accounts)
                    .and("party = :party", "party", Party.CUSTOMER));
            return wanted.andIfAsked("ticketId = :ticketId", "ticketId", query.ticketId())
                    .andIfAsked("serviceId = :serviceId", "serviceId", query.serviceId())
                    .andIfAsked("state = :state", "state", query.state());
        }

        Conditions and(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.and(name, value);
            return this;
        }

        Conditions andIfAsked(String condition, String name, Object value) {
            return value == null ? this : and(condition, name, value);
        }

        String hql() {
            return String.join(" and ", conditions);
        }
    }
}
