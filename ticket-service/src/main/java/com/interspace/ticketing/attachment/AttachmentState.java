package com.interspace.ticketing.attachment;

/** Whether a file may leave the house. */
public enum AttachmentState {
    /** Nobody has looked at it yet, so it stays here: while the scanner is away, files wait. */
    HELD("held"),
    AVAILABLE("available"),
    /** The scanner found something in it; its bytes are gone, the record of it stays. */
    REFUSED("refused");

    private final String word;

    AttachmentState(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
