package com.interspace.rfo.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.interspace.chassis.time.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** As much of a service event as an RFO needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ServiceEvent(@JsonProperty(required = true) Service service) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Service(
            String serviceId,
            String account,
            String product,
            List<String> circuits,
            String zone,
            String holidayCountry,
            String site,
            String node,
            String upstream,
            Instant activatedAt,
            List<Contact> contacts) {

        /** @throws RuntimeException if the zone or the country is none; the event is then parked, not half believed */
        BusinessCalendar calendar() {
            return BusinessCalendar.standard(ZoneId.of(zone), holidayCountry);
        }

        Set<String> knownCircuits() {
            return circuits == null ? Set.of() : Set.copyOf(circuits);
        }

        Set<com.interspace.rfo.outage.Contact> knownContacts() {
            return contacts.stream()
                    .map(contact ->
                            new com.interspace.rfo.outage.Contact(contact.contactId(), contact.name(), contact.email()))
                    .collect(Collectors.toSet());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(String contactId, String name, String email) {}
}
