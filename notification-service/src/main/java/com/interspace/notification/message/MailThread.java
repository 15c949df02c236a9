package com.interspace.notification.message;

import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Service;

/**
 * What the messages to one person hang together by: a ticket, or one activation of a service.
 *
 * @param subject the ticket's or the service's id
 * @param begun tells one activation of a service from the next; empty for a ticket, which opens once
 */
record MailThread(String kind, String subject, String begun) {

    static MailThread of(Notice notice, Service service) {
        return notice.ticketId() == null
                ? new MailThread("service", service.serviceId(), String.valueOf(service.activatedAt()))
                : new MailThread("ticket", notice.ticketId(), "");
    }

    /** The readable beginning of every Message-ID of the thread, such as {@code ticket.IS-1000042-2}. */
    String prefix() {
        return kind + "." + subject.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
