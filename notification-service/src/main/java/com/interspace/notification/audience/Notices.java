package com.interspace.notification.audience;

import java.util.List;

/** Everything that somebody had to be told, by event. */
public interface Notices {

    /** False when the event is known already. */
    boolean add(Notice notice);

    /** Those that wait for something and concern this service, oldest first. */
    List<Notice> waitingAboutService(String serviceId);

    /** Those that wait for something and concern this ticket, oldest first. */
    List<Notice> waitingAboutTicket(String ticketId);

    /** The notices of these events, oldest first; those of one instant in the given order. */
    List<Notice> ofEvents(List<String> eventIds);
}
