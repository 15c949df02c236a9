package com.interspace.notification.adapter.postgres;

import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Notices;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

@ApplicationScoped
class PostgresNotices implements Notices, PanacheRepositoryBase<Notice, String> {

    @Override
    public boolean add(Notice notice) {
        if (findById(notice.eventId()) != null) {
            return false;
        }
        persist(notice);
        return true;
    }

    @Override
    public List<Notice> waitingAboutService(String serviceId) {
        return list("serviceId = ?1 and waitsFor is not null order by happenedAt", serviceId);
    }

    @Override
    public List<Notice> waitingAboutTicket(String ticketId) {
        return list("ticketId = ?1 and waitsFor is not null order by happenedAt", ticketId);
    }

    @Override
    public List<Notice> ofEvents(List<String> eventIds) {
        return find("eventId in ?1", eventIds).stream()
                .sorted(Comparator.comparing(Notice::happenedAt)
                        .thenComparing(notice -> eventIds.indexOf(notice.eventId())))
                .toList();
    }
}
