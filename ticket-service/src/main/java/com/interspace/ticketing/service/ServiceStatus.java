package com.interspace.ticketing.service;

/** Whether a service is in use. */
public enum ServiceStatus {
    ACTIVE("active"),
    SUSPENDED("suspended"),
    TERMINATED("terminated");

    private final String word;

    ServiceStatus(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
