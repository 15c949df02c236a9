package com.interspace.notification.message;

import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Service;

/**
 * What the messages to one person hang together by: a ticket, one activation of a service, or whatever else the event
 * is about.
 *
 * @param subject the id of what it is about
 * @param begun tells one activation of a service from the next; empty for what begins once
 */
record MailThread(String kind, String subject, String begun) {

    static MailThread of(Notice notice, Service service) {
        if (notice.ticketId() != null) {
            return new MailThread("ticket", notice.ticketId(), "");
        }
        if (service != null) {
            return new MailThread("service", service.serviceId(), String.valueOf(service.activatedAt()));
        }
        String event = notice.occasion().event();
        String subject = notice.facts().word("subjectId");
        return new MailThread(event.substring(0, event.indexOf('.')), subject == null ? notice.eventId() : subject, "");
    }

    /** The readable beginning of every Message-ID of the thread, such as {@code ticket.IS-1000042-2}. */
    String prefix() {
        return kind + "." + subject.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
