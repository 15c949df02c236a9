package com.interspace.notification.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** An address that mail came back from. */
@Entity
@Table(name = "undeliverable_address")
public class UndeliverableAddress {

    @Id
    private String address;

    private Instant since;
    private String why;

    protected UndeliverableAddress() {}

    public UndeliverableAddress(String address, Instant since, String why) {
        this.address = key(address);
        this.since = since;
        this.why = why;
    }

    /** Addresses are compared in lower case. */
    public static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    public Instant since() {
        return since;
    }

    public String why() {
        return why;
    }
}
