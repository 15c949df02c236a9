package com.interspace.escalation.matrix;

import java.util.Optional;
import java.util.Set;

/** The services that have been heard of. */
public interface Services {

    void add(KnownService service);

    Optional<KnownService> find(String serviceId);

    /** @param accounts the accounts that may be seen; empty = all */
    Optional<KnownService> find(String serviceId, Optional<Set<String>> accounts);

    /** Nobody else changes the service, its matrices or documents until the transaction ends. */
    Optional<KnownService> locked(String serviceId, Optional<Set<String>> accounts);

    /** Until the transaction ends no ticket of this service is recorded; waits for those that are. */
    void keepTicketsOut(String serviceId);

    /** Until the transaction ends nothing is learnt of this service; waits for what is. Several may hold it. */
    void keepNewsOut(String serviceId);
}
