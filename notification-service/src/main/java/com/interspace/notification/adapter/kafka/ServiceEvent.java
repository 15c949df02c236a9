package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.interspace.chassis.inbox.Envelope;
import com.interspace.notification.audience.Facts;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Service;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What this service reads of the events about services. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ServiceEvent(Change change, State service) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(By by) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record State(
            String serviceId,
            String account,
            String product,
            String zone,
            boolean escalationMatrix,
            List<Contact> contacts,
            Support support,
            Instant activatedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(String contactId, String name, String email, String phone, List<String> roles) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Support(String email, List<String> phones) {}

    Service service(Envelope envelope) {
        return new Service(
                service.serviceId(),
                envelope.sequence(),
                service.account(),
                service.product(),
                ZoneId.of(service.zone()),
                service.escalationMatrix(),
                service.activatedAt(),
                new Service.Support(service.support().email(), service.support().phones()),
                service.contacts().stream().map(ServiceEvent::contact).toList());
    }

    Notice notice(Envelope envelope, Occasion occasion) {
        return new Notice(
                envelope.id(),
                occasion,
                envelope.time(),
                service.serviceId(),
                null,
                service.account(),
                By.actor(change.by()),
                Facts.facts().build());
    }

    private static com.interspace.notification.audience.Contact contact(Contact contact) {
        return new com.interspace.notification.audience.Contact(
                contact.contactId(), contact.name(), contact.email(), contact.phone(), contact.roles());
    }
}
