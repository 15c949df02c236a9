package com.interspace.local.story;

/**
 * What one look showed.
 *
 * @param value what was waited for; null when it is not there yet
 * @param instead what is there until then
 */
record Seen<T>(T value, String instead) {

    static <T> Seen<T> now(T value) {
        return new Seen<>(value, "");
    }

    static <T> Seen<T> notYet(String instead) {
        return new Seen<>(null, instead);
    }
}
