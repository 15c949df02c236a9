package com.interspace.ticketing.service;

import com.interspace.chassis.refusal.Conflict;
import java.util.Map;

/** 409: a terminated service takes neither tickets nor changes. */
public final class ServiceTerminated extends Conflict {

    public ServiceTerminated(String serviceId) {
        super(
                "service-terminated",
                "Service terminated",
                "The service " + serviceId + " has been terminated.",
                Map.of("currentStatus", ServiceStatus.TERMINATED.toString()));
    }
}
