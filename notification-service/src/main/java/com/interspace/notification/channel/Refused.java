package com.interspace.notification.channel;

/** The other side will never take this message. */
public final class Refused extends RuntimeException {

    public Refused(String reason) {
        super(reason);
    }
}
