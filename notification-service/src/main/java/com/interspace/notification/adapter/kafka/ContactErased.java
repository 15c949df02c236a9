package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.erasure.ErasedPerson;
import java.util.Set;

/** That a contact is to be erased, as ticket-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ContactErased(@JsonProperty(required = true) Change change, @JsonProperty(required = true) State service) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(@JsonProperty(required = true) Erased erased) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Erased(
            Set<String> contactIds, Set<String> actorIds, Set<String> names, Set<String> emails, Set<String> phones) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record State(@JsonProperty(required = true) String account) {}

    ErasedPerson person() {
        Erased erased = change.erased();
        return new ErasedPerson(
                service.account(),
                erased.contactIds(),
                erased.actorIds(),
                erased.names(),
                erased.emails(),
                erased.phones());
    }
}
