package com.interspace.notification.adapter.postgres;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.message.Message;
import com.interspace.notification.message.MessageQuery;
import com.interspace.notification.message.MessageState;
import com.interspace.notification.message.Messages;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class PostgresMessages implements Messages, Forgetful, PanacheRepositoryBase<Message, UUID> {

    private static final String CLAIM =
            """
            update message set claimed_until = :until, attempts = attempts + 1
            where id in (
                select chosen.id from message chosen where chosen.id in (
                    select ranked.id from (
                        select due.*, row_number() over (
                            partition by due.recipient order by due.due_at, due.position) as place
                        from (
                            select due.id, due.recipient, due.due_at, due.position from message due
                            where due.state = 'QUEUED' and due.channel = :channel and due.due_at <= :now
                              and (due.claimed_until is null or due.claimed_until <= :now)
                              and due.recipient <> all(cast(:busy as text[]))
                              and not exists (
                                  select 1 from message earlier
                                  where earlier.thread = due.thread and earlier.channel = due.channel
                                    and earlier.position < due.position and earlier.state = 'QUEUED'
                                    and (earlier.strict or earlier.due_at <= :now or earlier.claimed_until > :now))
                            order by due.due_at, due.position
                            limit :looked) due) ranked
                    where ranked.place <= :each
                    order by ranked.due_at, ranked.position
                    limit :many)
                  and chosen.state = 'QUEUED'
                  and (chosen.claimed_until is null or chosen.claimed_until <= :now)
                for update of chosen skip locked)
            returning *""";

    private static final String FINISHED =
            "state <> 'QUEUED' and not exists (select from message told where told.told_in = message.id)";

    /** Where nobody gets more than some: enough to find others behind those of one recipient. */
    private static final int LOOKED_AT_TO_BE_FAIR = 200;

    /** Where all that is due may go to one recipient: enough to find some that nobody else takes at this moment. */
    private static final int LOOKED_AT_FOR_ONE = 4;

    /** Spelled out, because the plan of a query with a list of values is made anew each time. */
    private static final String IS_UPDATE = Arrays.stream(Occasion.values())
            .filter(Occasion::isUpdate)
            .map(Occasion::name)
            .collect(Collectors.joining(", ", "occasion in (", ")"));

    private final NotificationConfig config;

    @Inject
    PostgresMessages(NotificationConfig config) {
        this.config = config;
    }

    /** What others were told in goes after them. */
    @Override
    public Retention retention() {
        return Retention.of("message", "written_at", config.keep()).only(FINISHED);
    }

    @Override
    public Set<Told> toldOf(String eventId) {
        return getEntityManager()
                .createQuery("select m.recipient, m.channel from Message m where m.eventId = :event", Object[].class)
                .setParameter("event", eventId)
                .getResultStream()
                .map(row -> new Told((String) row[0], medium(row[1])))
                .collect(Collectors.toSet());
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
    public Optional<Message> lockById(String messageId) {
        return find("messageId", messageId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    @Override
    public List<Message> claim(Medium medium, Instant now, Instant until, int limit, int each, Set<String> busy) {
        Stream<Message> claimed = getEntityManager()
                .createNativeQuery(CLAIM, Message.class)
                .setParameter("channel", medium.toString())
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("busy", busy.toArray(String[]::new))
                .setParameter("looked", each < limit ? LOOKED_AT_TO_BE_FAIR : LOOKED_AT_FOR_ONE * limit)
                .setParameter("each", each)
                .setParameter("many", limit)
                .getResultStream();
        return claimed.sorted(Comparator.comparing(Message::position)).toList();
    }

    @Override
    public void postponeThread(String thread, Instant until) {
        update("dueAt = ?1 where thread = ?2 and state = ?3 and dueAt < ?1", until, thread, MessageState.QUEUED);
    }

    @Override
    public Optional<Instant> latestUpdate(String recipient, String ticketId) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select max(leavesAt) from Message where ticketId = :ticket and recipient = :recipient and "
                                + IS_UPDATE + " and channel = :channel and state <> :suppressed",
                        Instant.class)
                .setParameter("ticket", ticketId)
                .setParameter("recipient", recipient)
                .setParameter("channel", Medium.EMAIL.toString())
                .setParameter("suppressed", MessageState.SUPPRESSED)
                .getSingleResult());
    }

    @Override
    public Optional<Message> lockWaitingUpdate(String recipient, String ticketId, Instant now) {
        return find(
                        "ticketId = ?1 and recipient = ?2 and " + IS_UPDATE + " and channel = ?3 and state = ?4"
                                + " and attempts = 0 and leavesAt > ?5",
                        ticketId,
                        recipient,
                        Medium.EMAIL.toString(),
                        MessageState.QUEUED,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    @Override
    public List<String> eventsToldIn(Message carrier) {
        return getEntityManager()
                .createQuery(
                        "select m.eventId from Message m where m.id = :id or m.toldIn = :id order by m.position",
                        String.class)
                .setParameter("id", carrier.id())
                .getResultList();
    }

    @Override
    public Optional<String> toldOrigin(String origin, String recipient, String account) {
        return getEntityManager()
                .createQuery(
                        "select m.messageId from Message m where m.origin = :origin and m.recipient = :recipient"
                                + " and m.account = :account order by m.position",
                        String.class)
                .setParameter("origin", origin)
                .setParameter("recipient", recipient)
                .setParameter("account", account)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public int repeat(UUID subscription, Long position, Instant now) {
        return update(
                "state = ?1, why = null, attempts = 0, claimedUntil = null, dueAt = ?2, queuedAt = ?2, changedAt = ?2,"
                        + " revision = revision + 1 where recipient = ?3 and channel = ?4 and position > ?5",
                MessageState.QUEUED,
                now,
                subscription.toString(),
                Medium.WEBHOOK.toString(),
                position == null ? 0L : position);
    }

    @Override
    public List<Backlog> backlog(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select m.channel, count(m), min(m.dueAt) from Message m where m.state = :queued"
                                + " and m.dueAt <= :now group by m.channel",
                        Object[].class)
                .setParameter("queued", MessageState.QUEUED)
                .setParameter("now", now)
                .getResultStream()
                .map(row -> new Backlog(medium(row[0]), (Long) row[1], (Instant) row[2]))
                .toList();
    }

    private static Medium medium(Object written) {
        return Medium.valueOf(((String) written).toUpperCase(Locale.ROOT));
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
                    .andIfAsked("state = :state", "state", query.state())
                    .andIfAsked("recipient = :contact", "contact", query.contact())
                    .ofSubscription(query.subscription());
        }

        private Conditions ofSubscription(UUID subscription) {
            return subscription == null
                    ? this
                    : and("recipient = :recipient", "recipient", subscription.toString())
                            .and("channel = :channel", "channel", Medium.WEBHOOK.toString());
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
