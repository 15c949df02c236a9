package com.interspace.local.launch;

import java.util.Locale;
import java.util.function.Consumer;

/** Lines with the seconds since the start in front. */
public final class Progress implements Consumer<String> {

    private final Consumer<String> out;
    private final long startedAt = System.nanoTime();

    public Progress(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(String line) {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        out.accept(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
    }
}
