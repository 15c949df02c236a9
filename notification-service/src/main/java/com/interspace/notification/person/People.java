package com.interspace.notification.person;

import com.interspace.chassis.erasure.ErasedPerson;
import java.util.List;
import java.util.UUID;

/** What this service keeps of the customers' people, wherever it stands. */
public interface People {

    /** The messages to the person that have not left yet. */
    List<UUID> queuedFor(ErasedPerson person);

    /** Takes the person out of everything; doing it again changes nothing. */
    void forget(ErasedPerson person);
}
