package com.interspace.ticketing.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All services. A scope is the set of accounts that the caller may see; empty means all. */
public interface Services {

    void add(Service service);

    Optional<Service> find(String id, Optional<Set<String>> scope);

    /** The same, and nobody else changes the service until the transaction ends. */
    Optional<Service> take(String id);

    /** The services, not terminated, that have a contact with this address; compared without case; by id. */
    List<Service> ofContact(String email);

    /** All of the account, terminated or not, by id. */
    List<Service> ofAccount(String account);

    /** By id; at most {@code limit + 1} rows. */
    List<Service> list(Optional<Set<String>> scope, String afterId, int limit);
}
