package com.interspace.notification.channel;

/** This message is not to leave any more, because nobody waits for it. */
public final class Withheld extends RuntimeException {

    public Withheld(String reason) {
        super(reason);
    }
}
