package com.interspace.local.story;

/** A step did not show what it had to show; the message says what was expected and what was seen. */
public final class StoryFailed extends RuntimeException {

    StoryFailed(String sentence) {
        super(sentence);
    }

    StoryFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
