package com.interspace.chassis.inbox;

/** An event whose headers or body cannot be read; trying again will not help. */
public final class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
