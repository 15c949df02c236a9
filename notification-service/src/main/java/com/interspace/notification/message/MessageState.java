package com.interspace.notification.message;

/** How far a message has come. */
public enum MessageState {

    /** Waits for its first or next attempt. */
    QUEUED("queued"),

    /** The recipient's mail server has accepted it; e-mail tells no more. */
    SENT("sent"),

    /** The receiver itself has confirmed it. */
    DELIVERED("delivered"),

    /** It was accepted first and came back later. */
    BOUNCED("bounced"),

    /** It was decided not to send it. */
    SUPPRESSED("suppressed"),

    /** It was refused for good, or given up. */
    FAILED("failed");

    private final String word;

    MessageState(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
