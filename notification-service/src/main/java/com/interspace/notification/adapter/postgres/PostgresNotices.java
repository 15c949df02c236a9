package com.interspace.notification.adapter.postgres;

import com.interspace.chassis.retention.Forgetful;
import com.interspace.chassis.retention.Retention;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Notices;
import com.interspace.notification.config.NotificationConfig;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

@ApplicationScoped
class PostgresNotices implements Notices, Forgetful, PanacheRepositoryBase<Notice, String> {

    private final NotificationConfig config;

    @Inject
    PostgresNotices(NotificationConfig config) {
        this.config = config;
    }

    @Override
    public Retention retention() {
        return Retention.of("notice", "happened_at", config.keep()).only("waits_for is null");
    }

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
