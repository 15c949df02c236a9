package com.interspace.notification.channel;

/** It did not work now and may work later. */
public final class NotNow extends RuntimeException {

    public NotNow(String reason) {
        super(reason);
    }
}
