package com.interspace.local.launch;

/** Why the system cannot start or go on, said so that whoever started it knows what to do. */
public final class PlainSentence extends RuntimeException {

    public PlainSentence(String sentence) {
        super(sentence);
    }

    public PlainSentence(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
