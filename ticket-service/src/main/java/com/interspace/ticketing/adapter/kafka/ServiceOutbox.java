package com.interspace.ticketing.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.interspace.chassis.outbox.Outbox;
import com.interspace.chassis.outbox.OutgoingEvent;
import com.interspace.ticketing.config.TicketConfig;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.ErasedContact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceEvent;
import com.interspace.ticketing.service.ServiceNews;
import com.interspace.ticketing.service.ServiceProfile;
import com.interspace.ticketing.service.ServiceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Service news as events on {@code interspace.service.v1}, the only topic with contact data. */
@ApplicationScoped
class ServiceOutbox implements ServiceNews {

    private static final String TOPIC = "interspace.service.v1";

    record Body(Change change, State service) {}

    /** @param erased whom the others have to erase; only in the one event that says so, which the next one overwrites */
    record Change(Instant at, By by, @JsonInclude(JsonInclude.Include.NON_NULL) ErasedContact erased) {}

    /** The service after the change. */
    record State(
            String serviceId,
            String account,
            String product,
            String tier,
            ServiceStatus status,
            List<String> circuits,
            List<String> prefixes,
            String site,
            String node,
            String upstream,
            String zone,
            String holidayCountry,
            boolean escalationMatrix,
            List<Contact> contacts,
            Support support,
            Instant activatedAt,
            long version) {}

    record Support(String email, List<String> phones) {}

    private final Outbox outbox;
    private final TicketConfig config;

    @Inject
    ServiceOutbox(Outbox outbox, TicketConfig config) {
        this.outbox = outbox;
        this.config = config;
    }

    @Override
    public void tell(Service service, ServiceEvent event) {
        tell(service, event, null);
    }

    @Override
    public void tell(Service service, ServiceEvent event, ErasedContact erased) {
        ErasedContact said = event.kind() == ServiceEvent.Kind.CONTACT_ERASED ? erased : null;
        outbox.append(new OutgoingEvent(
                TOPIC,
                service.id(),
                "com.interspace.service." + event.kind() + ".v1",
                event.at(),
                event.sequence(),
                new Body(new Change(event.at(), new By(event.actorId(), event.party()), said), state(service)),
                said != null));
    }

    private State state(Service service) {
        ServiceProfile profile = service.profile();
        return new State(
                service.id(),
                profile.account(),
                profile.product(),
                profile.tier(),
                service.status(),
                profile.circuits(),
                profile.prefixes(),
                profile.site(),
                profile.node(),
                profile.upstream(),
                profile.zone(),
                profile.holidayCountry(),
                profile.escalationMatrix(),
                profile.contacts(),
                new Support(config.support().email(), config.support().phones()),
                service.activatedAt(),
                service.version());
    }
}
