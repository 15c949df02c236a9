package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Incident;
import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.MaintenanceWindows;
import com.interspace.rfo.finding.Placement;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.outage.TicketState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Counts a ticket once it is known what it is about, and looks for the risks that it shows. What a ticket does later
 * changes nothing, unless it is cancelled or rejected: then it was no fault and does not count.
 */
@ApplicationScoped
public class WatchTicket {

    private static final Set<String> NO_FAULT = Set.of("cancelled", "rejected");

    private final Incidents incidents;
    private final MaintenanceWindows maintenance;
    private final SeekChronicService chronic;
    private final SeekCommonCause common;

    @Inject
    WatchTicket(
            Incidents incidents, MaintenanceWindows maintenance, SeekChronicService chronic, SeekCommonCause common) {
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.chronic = chronic;
        this.common = common;
    }

    /** @param sequence the ticket's version after the event; an older one than is known changes nothing */
    @Transactional
    public void watch(String ticketId, TicketState state, long sequence) {
        Incident known = incidents.locked(ticketId).orElse(null);
        if (known != null && !known.isOlderThan(sequence)) {
            return;
        }
        Incident incident = known == null ? new Incident(ticketId, state.createdAt()) : known;
        boolean aboutTheSame = known != null
                && Objects.equals(known.serviceId(), state.serviceId())
                && Objects.equals(known.circuitId(), state.circuitId());
        boolean isFault = !NO_FAULT.contains(state.status());
        if (incident.isCounted() && !(aboutTheSame && isFault)) {
            incidents.lock(incident.ownSubjects());
            tally(incident, -1);
            incident.count(false);
        }
        incident.follow(state.serviceId(), state.circuitId(), sequence);
        if (isFault && !aboutTheSame) {
            count(incident);
        } else {
            incidents.keep(incident);
        }
    }

    private void count(Incident incident) {
        incidents.lock(incident.ownSubjects());
        Placement where = incident.serviceId() == null
                ? null
                : incidents.placementOf(incident.serviceId()).orElse(null);
        incident.place(where);
        incident.count(!isUnderMaintenance(incident));
        incidents.keep(incident);
        if (incident.isCounted()) {
            tally(incident, 1);
            analyse(incident, where);
        }
    }

    /** A ticket whose service has been heard of only now; it was counted when it came. */
    void placed(Incident incident, Placement where) {
        incidents.lock(incident.ownSubjects());
        incident.place(where);
        if (incident.isCounted() && isUnderMaintenance(incident)) {
            tally(incident, -1);
            incident.count(false);
        }
        if (incident.isCounted()) {
            analyse(incident, where);
        }
    }

    private void analyse(Incident incident, Placement where) {
        chronic.seek(incident, where);
        if (incident.explainedBy() == null) {
            common.seek(incident);
        }
    }

    private void tally(Incident incident, int more) {
        incidents.tally(incident.ownSubjects(), SeekChronicService.dayOf(incident.createdAt()), more);
    }

    private boolean isUnderMaintenance(Incident incident) {
        List<Subject> subjects = new ArrayList<>(incident.ownSubjects());
        subjects.addAll(incident.sharedSubjects());
        return !subjects.isEmpty() && maintenance.cover(subjects, incident.createdAt());
    }
}
