package com.interspace.rfo.outage;

import java.util.Optional;

/** Everything known of services. */
public interface Services {

    Optional<Service> of(String serviceId);

    /** As {@link #of}, and nobody else may lock or change it until the transaction ends. */
    Optional<Service> locked(String serviceId);

    void add(Service service);
}
