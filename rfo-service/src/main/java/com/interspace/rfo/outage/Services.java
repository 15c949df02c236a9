package com.interspace.rfo.outage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything known of services. */
public interface Services {

    Optional<Service> of(String serviceId);

    /** As {@link #of}, and nobody else may lock or change it until the transaction ends. */
    Optional<Service> locked(String serviceId);

    /** A service and whose it is. */
    record Owned(String serviceId, String account) {}

    /**
     * By service.
     *
     * @param accounts empty = of all accounts
     */
    List<Owned> owned(Optional<Set<String>> accounts);

    void add(Service service);
}
