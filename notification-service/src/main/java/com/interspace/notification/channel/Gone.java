package com.interspace.notification.channel;

/** The other side says that it is gone for good and wants nothing more. */
public final class Gone extends RuntimeException {

    public Gone(String reason) {
        super(reason);
    }
}
