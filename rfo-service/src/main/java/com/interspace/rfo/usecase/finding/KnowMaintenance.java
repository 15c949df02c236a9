package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.MaintenanceWindow;
import com.interspace.rfo.finding.MaintenanceWindows;
import com.interspace.rfo.finding.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes announced work. It silences findings about what happens meanwhile; tickets, clocks and customers do not notice.
 * A finding that was raised before the announcement stands: a person dismisses it.
 */
@ApplicationScoped
public class KnowMaintenance {

    private final MaintenanceWindows windows;

    @Inject
    KnowMaintenance(MaintenanceWindows windows) {
        this.windows = windows;
    }

    /** @param sequence of the announcement; an older one than is known changes nothing */
    @Transactional
    public void know(String windowId, Subject subject, Instant from, Instant to, boolean cancelled, long sequence) {
        Optional<MaintenanceWindow> known = windows.locked(windowId);
        MaintenanceWindow window = known.orElseGet(() -> new MaintenanceWindow(windowId));
        window.follow(subject, from, to, cancelled, sequence);
        if (known.isEmpty()) {
            windows.add(window);
        }
    }
}
