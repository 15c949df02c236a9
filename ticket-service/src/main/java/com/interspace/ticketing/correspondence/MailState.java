package com.interspace.ticketing.correspondence;

/** What has become of a mail. */
public enum MailState {
    /** Written down, nothing done yet. */
    JOURNALED("journaled"),
    /** A new ticket. */
    OPENED("opened"),
    /** A note on a ticket. */
    NOTED("noted"),
    /** Not from a person: an automatic answer, a bounce, our own mail. */
    IGNORED("ignored"),
    /** Came before, through another mailbox or by another number. */
    DUPLICATE("duplicate"),
    /** Waits for an agent, and its sender hears nothing. */
    QUARANTINED("quarantined"),
    /** An agent took it for a ticket or a note. */
    RELEASED("released"),
    /** An agent wants nothing to do with it. */
    REFUSED("refused");

    private final String word;

    MailState(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
