package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.config.TicketConfig;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceProfile;
import com.interspace.ticketing.service.ServiceStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service as people and programs see it. */
@Schema(name = "Service")
record ServiceView(
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
        long version) {

    /** How to reach the centre about this service. */
    @Schema(name = "Support")
    record Support(String email, List<String> phones) {}

    static ServiceView of(Service service, TicketConfig config) {
        ServiceProfile profile = service.profile();
        return new ServiceView(
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
