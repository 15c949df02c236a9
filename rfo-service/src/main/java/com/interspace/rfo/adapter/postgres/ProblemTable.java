package com.interspace.rfo.adapter.postgres;

import com.interspace.chassis.page.Cursor;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.Problem;
import com.interspace.rfo.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ProblemTable implements Problems, PanacheRepositoryBase<Problem, UUID> {

    private static final String NEXT_NUMBER =
            """
            insert into problem_number (year, last) values (:year, 1)
            on conflict (year) do update set last = problem_number.last + 1
            returning last""";

    private static final String NEWEST_FIRST = " order by openedAt desc, id desc";

    static final String OF_SERVICE = "select problem_id from problem_service where service_id = :id";
    static final String OF_CIRCUIT = "select problem_id from problem_circuit where circuit_id = :id";
    static final String OF_TICKET = "select problem_id from problem_ticket where ticket_id = :id";

    /** What a ticket on this service and circuit, or this ticket itself, is offered. */
    static final String KNOWN_ERRORS =
            """
            select p.id from problem p
            join (select s.problem_id from problem_service s where s.service_id = :service
                  union select c.problem_id from problem_circuit c where c.circuit_id = :circuit
                  union select s.problem_id from incident i join problem_service s on s.service_id = i.service_id
                        where i.ticket_id = :ticket
                  union select c.problem_id from incident i join problem_circuit c on c.circuit_id = i.circuit_id
                        where i.ticket_id = :ticket) hurt on hurt.problem_id = p.id
            where p.known_error and p.status <> 'closed'""";

    static final String OF_ACCOUNTS =
            """
            select s.problem_id from watched_service w join problem_service s on s.service_id = w.service_id
            where w.account in (:accounts)
            union
            select t.problem_id from problem_ticket t join outage o on o.ticket_id = t.ticket_id
            where o.account in (:accounts)""";

    private static final String LINKED_TICKETS =
            """
            select t.ticket_id, o.account, o.service_id, o.status, o.highest_priority, o.summary, o.created_at
            from problem_ticket t left join outage o on o.ticket_id = t.ticket_id
            where t.problem_id = :problem order by t.ticket_id""";

    private static final String OWN_SERVICES =
            "select service_id from watched_service where service_id in (:ids) and account in (:accounts)";
    private static final String OWN_TICKETS =
            "select ticket_id from outage where ticket_id in (:ids) and account in (:accounts)";
    private static final String PRIORITIES =
            "select distinct highest_priority from outage where ticket_id in (:ids) and highest_priority is not null";

    @Override
    public void add(Problem problem) {
        persist(problem);
    }

    @Override
    public Optional<Problem> byId(UUID id) {
        return findByIdOptional(id);
    }

    @Override
    public Optional<Problem> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<Problem> list(Filter filter, Cursor after, int rows) {
        Condition condition = conditionOf(filter).before("openedAt", after);
        return find(condition.text() + NEWEST_FIRST, condition.values())
                .range(0, rows - 1)
                .list();
    }

    @Override
    public List<Problem> slice(Filter filter, int from, int rows) {
        Condition condition = conditionOf(filter);
        return find(condition.text() + NEWEST_FIRST, condition.values())
                .range(from, from + rows - 1)
                .list();
    }

    @Override
    public long count(Filter filter) {
        Condition condition = conditionOf(filter);
        return count(condition.text(), condition.values());
    }

    @Override
    public List<Problem> knownErrors(String serviceId, String circuitId, String ticketId, int rows) {
        Condition condition = new Condition().when(true, "id in :ids", "ids", matching(serviceId, circuitId, ticketId));
        return find(condition.text() + NEWEST_FIRST, condition.values())
                .range(0, rows - 1)
                .list();
    }

    @Override
    public Optional<Priority> worstOf(Set<String> tickets) {
        return strings(PRIORITIES, "ids", tickets).stream()
                .map(Priority::ofWord)
                .reduce(Priority::orWorse);
    }

    @Override
    public List<LinkedTicket> ticketsOf(UUID id) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(LINKED_TICKETS, Object[].class)
                .setParameter("problem", id)
                .getResultList();
        return rows.stream()
                .map(row -> new LinkedTicket(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Instant) row[6]))
                .toList();
    }

    @Override
    public Set<String> ownServices(Set<String> services, Set<String> accounts) {
        return own(OWN_SERVICES, services, accounts);
    }

    @Override
    public Set<String> ownTickets(Set<String> tickets, Set<String> accounts) {
        return own(OWN_TICKETS, tickets, accounts);
    }

    @Override
    public List<Cause> causes(String category, Instant from, Instant to) {
        return find(
                        "rootCauseCategory = ?1 and rootCauseAt >= ?2 and rootCauseAt <= ?3 order by rootCauseAt, id",
                        category,
                        from,
                        to)
                .stream()
                .map(problem -> new Cause(problem.id(), problem.number(), problem.rootCauseAt(), problem.title()))
                .toList();
    }

    @Override
    public Map<UUID, String> numbers(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery("select p.id, p.number from Problem p where p.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    @Override
    public String nextNumber(int year) {
        Number last = (Number) getEntityManager()
                .createNativeQuery(NEXT_NUMBER)
                .setParameter("year", year)
                .getSingleResult();
        return "PRB-%d-%06d".formatted(year, last.longValue());
    }

    private Condition conditionOf(Filter filter) {
        Condition condition = new Condition()
                .equal("status", filter.status())
                .equal("priority", filter.priority())
                .equal("category", filter.category())
                .equal("rootCauseCategory", filter.causeCategory())
                .equal("knownError", filter.knownError());
        if (filter.serviceId() != null) {
            condition.when(true, "id in :ofService", "ofService", ids(OF_SERVICE, filter.serviceId()));
        }
        if (filter.circuitId() != null) {
            condition.when(true, "id in :ofCircuit", "ofCircuit", ids(OF_CIRCUIT, filter.circuitId()));
        }
        if (filter.ticketId() != null) {
            Set<UUID> ids = new HashSet<>(ids(OF_TICKET, filter.ticketId()));
            ids.addAll(matching(null, null, filter.ticketId()));
            condition.when(true, "id in :ofTicket", "ofTicket", ids);
        }
        filter.accounts()
                .ifPresent(accounts -> condition.when(true, "id in :ofAccounts", "ofAccounts", idsOf(accounts)));
        return condition;
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String sql, String id) {
        return getEntityManager().createNativeQuery(sql).setParameter("id", id).getResultList();
    }

    private List<UUID> idsOf(Set<String> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery(OF_ACCOUNTS, UUID.class)
                        .setParameter("accounts", accounts)
                        .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> matching(String serviceId, String circuitId, String ticketId) {
        return getEntityManager()
                .createNativeQuery(KNOWN_ERRORS)
                .setParameter("service", serviceId)
                .setParameter("circuit", circuitId)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    private Set<String> own(String sql, Set<String> ids, Set<String> accounts) {
        return ids.isEmpty() || accounts.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createNativeQuery(sql, String.class)
                        .setParameter("ids", ids)
                        .setParameter("accounts", accounts)
                        .getResultList());
    }

    private List<String> strings(String sql, String name, Set<String> values) {
        return values.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery(sql, String.class)
                        .setParameter(name, values)
                        .getResultList();
    }
}
