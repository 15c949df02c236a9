package com.interspace.notification.audience;

/** The ways out of the house. */
public enum Medium {
    EMAIL("email"),
    WEBHOOK("webhook"),
    CHAT("chat");

    private final String word;

    Medium(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
