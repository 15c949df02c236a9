package com.interspace.local.launch;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A part that may go away and come back while the rest of the system runs. */
final class Replaceable<T extends AutoCloseable> implements AutoCloseable {

    private final Supplier<T> start;
    private T part;

    Replaceable(Supplier<T> start) {
        this.start = start;
        start();
    }

    synchronized T get() {
        return part;
    }

    synchronized void start() {
        if (part == null) {
            part = start.get();
        }
    }

    /** Takes the part away, in whatever way. */
    synchronized void end(Consumer<T> way) {
        if (part != null) {
            way.accept(part);
            part = null;
        }
    }

    @Override
    public synchronized void close() throws Exception {
        if (part != null) {
            part.close();
        }
    }
}
