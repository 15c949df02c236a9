package com.interspace.ticketing.service;

import java.time.Instant;

/**
 * Something that happened to a service.
 *
 * @param sequence the service's version after it
 * @param party who did it: provisioner, centre, customer or system
 */
public record ServiceEvent(Kind kind, Instant at, String actorId, String party, long sequence) {

    public enum Kind {
        ACTIVATED("activated"),
        CHANGED("changed"),
        SUSPENDED("suspended"),
        TERMINATED("terminated"),
        CONTACT_ERASED("contact-erased");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
