package com.interspace.rfo.usecase;

import com.interspace.chassis.refusal.NotYet;
import com.interspace.chassis.time.BusinessCalendar;
import com.interspace.chassis.timer.Timers;
import com.interspace.rfo.outage.HouseCalendar;
import com.interspace.rfo.outage.Outage;
import com.interspace.rfo.outage.Service;
import com.interspace.rfo.outage.Services;
import com.interspace.rfo.report.Rfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The business days within which an RFO is promised, and the two moments at which somebody is reminded of them. */
@ApplicationScoped
class RfoDeadlines {

    private final Services services;
    private final HouseCalendar house;
    private final Timers timers;

    @Inject
    RfoDeadlines(Services services, HouseCalendar house, Timers timers) {
        this.services = services;
        this.house = house;
        this.timers = timers;
    }

    /**
     * The service of the outage; empty if it has none.
     *
     * @throws NotYet if it has one that nothing has been heard of
     */
    Optional<Service> serviceOf(Outage outage) {
        String serviceId = outage.state().serviceId();
        return serviceId == null
                ? Optional.empty()
                : Optional.of(services.of(serviceId)
                        .orElseThrow(() -> new NotYet(
                                "service-not-known-yet",
                                "Service not known yet",
                                "Nothing has been heard yet of service " + serviceId
                                        + ", whose calendar gives the due date.",
                                outage.asOf())));
    }

    BusinessCalendar calendarOf(Optional<Service> service) {
        return service.map(Service::calendar).orElse(house.calendar());
    }

    void arm(Rfo rfo) {
        timers.arm(WarnOfDueRfo.KIND, rfo.id().toString(), rfo.warnAt());
        timers.arm(ReportLateRfo.KIND, rfo.id().toString(), rfo.due());
    }

    void disarm(Rfo rfo) {
        timers.disarm(WarnOfDueRfo.KIND, rfo.id().toString());
        timers.disarm(ReportLateRfo.KIND, rfo.id().toString());
    }
}
