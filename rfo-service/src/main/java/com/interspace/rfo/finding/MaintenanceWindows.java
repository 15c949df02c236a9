package com.interspace.rfo.finding;

import com.interspace.rfo.outage.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All announced work. */
public interface MaintenanceWindows {

    /** Work that was announced for a service, or for a part of the network that it stands on. */
    record OnService(String serviceId, Span span) {}

    /** Nobody else may lock or change it until the transaction ends. */
    Optional<MaintenanceWindow> locked(String windowId);

    void add(MaintenanceWindow window);

    /** Whether work was announced for one of these at this time, ends included. */
    boolean cover(Collection<Subject> subjects, Instant at);

    /**
     * What lies within {@code [from, to)}, as services stand in the network now.
     *
     * @param accounts whose services; empty = of all accounts
     */
    List<OnService> onServices(Instant from, Instant to, Optional<Set<String>> accounts);
}
