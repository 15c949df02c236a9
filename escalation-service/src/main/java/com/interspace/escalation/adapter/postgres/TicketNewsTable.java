package com.interspace.escalation.adapter.postgres;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.escalation.climb.Climb;
import com.interspace.escalation.climb.Step;
import com.interspace.escalation.config.EscalationConfig;
import com.interspace.escalation.rehearsal.PastTicket;
import com.interspace.escalation.rehearsal.PastTickets;
import com.interspace.escalation.rehearsal.TicketNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class TicketNewsTable implements PastTickets, Forgetful {

    private static final String OPENED =
            """
            from Climb where serviceId = :serviceId and createdAt >= :from and createdAt < :to
            order by createdAt desc, ticketId desc""";

    private final EntityManager tables;
    private final EscalationConfig config;

    @Inject
    TicketNewsTable(EntityManager tables, EscalationConfig config) {
        this.tables = tables;
        this.config = config;
    }

    @Override
    public void keep(TicketNews news) {
        tables.persist(news);
    }

    @Override
    public List<PastTicket> openedBetween(String serviceId, Instant from, Instant to, int most) {
        List<Climb> climbs = tables.createQuery(OPENED, Climb.class)
                .setParameter("serviceId", serviceId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most)
                .getResultList();
        List<String> ids = climbs.stream().map(Climb::ticketId).toList();
        Map<String, List<TicketNews>> news =
                of("from TicketNews where ticketId in :ids order by sequence", TicketNews.class, ids).stream()
                        .collect(Collectors.groupingBy(TicketNews::ticketId));
        Map<String, List<Step>> steps =
                of("from Step where ticketId in :ids order by version", Step.class, ids).stream()
                        .collect(Collectors.groupingBy(Step::ticketId));
        return climbs.stream()
                .map(climb -> new PastTicket(
                        climb.ticketId(),
                        climb.account(),
                        climb.serviceId(),
                        climb.createdAt(),
                        climb.priority(),
                        news.getOrDefault(climb.ticketId(), List.of()),
                        steps.getOrDefault(climb.ticketId(), List.of())))
                .toList();
    }

    @Override
    public Retention retention() {
        return Retention.of("ticket_news", "at", config.keepTicketNews());
    }

    private <T> List<T> of(String query, Class<T> type, List<String> ids) {
        return tables.createQuery(query, type).setParameter("ids", ids).getResultList();
    }
}
