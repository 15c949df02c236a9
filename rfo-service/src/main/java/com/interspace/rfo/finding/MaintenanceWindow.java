package com.interspace.rfo.finding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Announced work on a part of the network: what shows meanwhile is no risk. Its newest announcement counts. */
@Entity
public class MaintenanceWindow {

    @Id
    private String windowId;

    @Embedded
    private Subject subject;

    private Instant fromAt;
    private Instant toAt;
    private boolean cancelled;
    private long sequence;

    protected MaintenanceWindow() {}

    public MaintenanceWindow(String windowId) {
        this.windowId = windowId;
    }

    /** Takes over what was announced unless something newer is known already. */
    public void follow(Subject subject, Instant from, Instant to, boolean cancelled, long sequence) {
        if (sequence <= this.sequence) {
            return;
        }
        this.subject = subject;
        this.fromAt = from;
        this.toAt = to;
        this.cancelled = cancelled;
        this.sequence = sequence;
    }

    public String windowId() {
        return windowId;
    }
}
