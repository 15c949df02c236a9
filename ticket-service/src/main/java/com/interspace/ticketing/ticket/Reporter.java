package com.interspace.ticketing.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who reported the fault.
 *
 * @param contactId a contact of the service; what travels with events instead of the person's data
 */
@Embeddable
public record Reporter(
        @Column(name = "reporter_contact_id") String contactId,
        @Column(name = "reporter_name") String name,
        @Column(name = "reporter_email") String email,
        @Column(name = "reporter_phone") String phone) {}
