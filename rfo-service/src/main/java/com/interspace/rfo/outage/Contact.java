package com.interspace.rfo.outage;

import jakarta.persistence.Embeddable;

/** Somebody of the customer, as far as an RFO needs to know him. The e-mail may be null. */
@Embeddable
public record Contact(String contactId, String email) {}
