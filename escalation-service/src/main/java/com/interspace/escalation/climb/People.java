package com.interspace.escalation.climb;

import com.interspace.chassis.erasure.ErasedPerson;

/** What this service keeps of the customers' people, wherever it stands. */
public interface People {

    /** Takes the person out of it; doing it again changes nothing. */
    void forget(ErasedPerson person);
}
