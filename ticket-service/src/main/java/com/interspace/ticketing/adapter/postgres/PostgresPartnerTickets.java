package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.PartnerQuery;
import com.interspace.ticketing.ticket.PartnerQuery.Attribute;
import com.interspace.ticketing.ticket.PartnerTickets;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresPartnerTickets implements PartnerTickets {

    private static final Map<Attribute, String> PATHS = Map.of(
            Attribute.ID, "t.id",
            Attribute.EXTERNAL_ID, "t.report.externalId",
            Attribute.STATUS, "t.status",
            Attribute.PRIORITY, "t.priority",
            Attribute.SEVERITY, "t.partnerWords.severity",
            Attribute.TICKET_TYPE, "t.partnerWords.ticketType",
            Attribute.IMPACT, "t.report.impact",
            Attribute.SERVICE_ID, "t.report.serviceId");

    private final EntityManager entities;

    @Inject
    PostgresPartnerTickets(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Ticket> page(PartnerQuery query) {
        return bound(
                        entities.createQuery(
                                "select t from Ticket t" + where(query) + " order by t.createdAt desc, t.id desc",
                                Ticket.class),
                        query)
                .setFirstResult(query.offset())
                .setMaxResults(query.limit())
                .getResultList();
    }

    @Override
    public long count(PartnerQuery query) {
        return bound(entities.createQuery("select count(t) from Ticket t" + where(query), Long.class), query)
                .getSingleResult();
    }

    @Override
    public Map<String, List<Note>> publicNotes(Collection<String> ticketIds) {
        return entities.createQuery(
                        "select n from Note n where n.ticketId in :ids and n.visibility = :visible order by n.sequence",
                        Note.class)
                .setParameter("ids", ticketIds)
                .setParameter("visible", Visibility.PUBLIC)
                .getResultStream()
                .collect(Collectors.groupingBy(Note::ticketId));
    }

    private static String where(PartnerQuery query) {
        String conditions = query.exactly().keySet().stream()
                .map(attribute -> " and " + PATHS.get(attribute) + " = :" + attribute.name())
                .collect(Collectors.joining());
        return " where 1 = 1" + (query.scope().isPresent() ? " and t.account in :scope" : "") + conditions;
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> statement, PartnerQuery query) {
        query.scope().ifPresent(scope -> statement.setParameter("scope", scope));
        query.exactly().forEach((attribute, value) -> statement.setParameter(attribute.name(), value));
        return statement;
    }
}
