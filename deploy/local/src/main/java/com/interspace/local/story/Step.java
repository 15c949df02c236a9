package com.interspace.local.story;

/**
 * One sentence of the story and what makes it true.
 *
 * @param sentence what happens
 * @param happening does it through the public doors and throws {@link StoryFailed} unless it is seen to have happened
 */
public record Step(String sentence, Runnable happening) {

    /** Plays the step. */
    public void play() {
        happening.run();
    }
}
