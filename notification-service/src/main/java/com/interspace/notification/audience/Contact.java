package com.interspace.notification.audience;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/** A person of the customer, as service events name him. */
@Embeddable
public record Contact(
        @Column(name = "contact_id") String contactId, String name, String email, String phone, List<String> roles) {

    boolean hasAnyRole(List<String> wanted) {
        return roles != null && roles.stream().anyMatch(wanted::contains);
    }
}
