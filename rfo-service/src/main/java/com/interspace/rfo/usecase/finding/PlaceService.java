package com.interspace.rfo.usecase.finding;

import com.interspace.rfo.finding.Incidents;
import com.interspace.rfo.finding.Placement;
import com.interspace.rfo.finding.Subject;
import com.interspace.rfo.finding.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps up with where services stand in the network. Tickets that came before their service are placed now; those that
 * are placed already keep their place, also when the service moves.
 */
@ApplicationScoped
public class PlaceService {

    private final Incidents incidents;
    private final WatchTicket watch;

    @Inject
    PlaceService(Incidents incidents, WatchTicket watch) {
        this.incidents = incidents;
        this.watch = watch;
    }

    /** @param sequence the service's version; an older one than is known changes nothing */
    @Transactional
    public void place(
            String serviceId,
            String account,
            String site,
            String node,
            String upstream,
            Instant activatedAt,
            long sequence) {
        // A ticket that is being counted right now either sees this place or is seen here.
        incidents.lock(List.of(new Subject(SubjectKind.SERVICE, serviceId)));
        Optional<Placement> known = incidents.lockedPlacementOf(serviceId);
        Placement placement = known.orElseGet(() -> new Placement(serviceId));
        placement.follow(account, site, node, upstream, activatedAt, sequence);
        if (known.isEmpty()) {
            incidents.add(placement);
        }
        incidents.unplacedOf(serviceId).forEach(incident -> watch.placed(incident, placement));
    }
}
