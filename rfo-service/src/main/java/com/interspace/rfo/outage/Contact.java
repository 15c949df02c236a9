package com.interspace.rfo.outage;

import jakarta.persistence.Embeddable;

/** Somebody of the customer, as far as an RFO needs to know him. Name and e-mail may be null. */
@Embeddable
public record Contact(String contactId, String name, String email) {}
