package com.interspace.ticketing.usecase;

import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;

/** The business hours that count for a ticket: its service's, and the centre's while no service is known. */
@ApplicationScoped
class BusinessHours {

    private static final BusinessCalendar CENTRES = BusinessCalendar.standard(ZoneId.of("Europe/Sofia"), "BG");

    private final Services services;

    @Inject
    BusinessHours(Services services) {
        this.services = services;
    }

    BusinessCalendar of(Ticket ticket) {
        return Optional.ofNullable(ticket.serviceId())
                .flatMap(id -> services.find(id, Optional.empty()))
                .map(Service::businessHours)
                .orElse(CENTRES);
    }
}
