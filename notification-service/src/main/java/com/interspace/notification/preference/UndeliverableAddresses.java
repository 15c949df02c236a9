package com.interspace.notification.preference;

import java.util.Optional;

/** Every address that mail came back from. */
public interface UndeliverableAddresses {

    Optional<UndeliverableAddress> find(String address);

    void add(UndeliverableAddress address);

    void remove(String address);
}
