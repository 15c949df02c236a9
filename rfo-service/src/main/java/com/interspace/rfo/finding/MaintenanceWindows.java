package com.interspace.rfo.finding;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** All announced work. */
public interface MaintenanceWindows {

    /** Nobody else may lock or change it until the transaction ends. */
    Optional<MaintenanceWindow> locked(String windowId);

    void add(MaintenanceWindow window);

    /** Whether work was announced for one of these at this time, ends included. */
    boolean cover(Collection<Subject> subjects, Instant at);
}
