package com.interspace.notification.audience;

/** The sides of the desk; each has texts of its own, and customers never see what goes to the team. */
public enum Party {
    CUSTOMER("customer"),
    PARTNER("partner"),
    TEAM("team");

    private final String word;

    Party(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
