package com.interspace.local.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A child process that is started again when it dies, after a pause that doubles; when it dies too often within a
 * minute it is given up with a sentence. An end that was ordered here is no sign of trouble and does not count.
 */
final class SupervisedProcess implements AutoCloseable {

    private static final int DEATHS_TO_GIVE_UP = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

    /** What the supervision tells the outside. */
    record Ears(Consumer<String> says, BiConsumer<String, ProcessHandle> started, Consumer<PlainSentence> gaveUp) {}

    private final String name;
    private final ProcessBuilder command;
    private final String logHint;
    private final Duration firstPause;
    private final Ears ears;
    private final ScheduledExecutorService scheduler;
    private final Deque<Long> deaths = new ArrayDeque<>();

    private Process process;
    private Process ordered;
    private boolean stopping;

    /**
     * @param logHint where somebody who wants to know why it died looks
     * @param firstPause before the first restart; each further death within a minute doubles it
     */
    SupervisedProcess(String name, ProcessBuilder command, String logHint, Duration firstPause, Ears ears) {
        this.name = name;
        this.command = command;
        this.logHint = logHint;
        this.firstPause = firstPause;
        this.ears = ears;
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name + "-supervision");
            thread.setDaemon(true);
            return thread;
        });
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        try {
            process = command.start();
        } catch (IOException e) {
            ears.gaveUp().accept(new PlainSentence(name + " cannot be started: " + e.getMessage(), e));
            return;
        }
        ears.started().accept(name, process.toHandle());
        process.onExit().thenAccept(this::ended);
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Kills the process as the operating system would (SIGKILL) and returns when it is gone; it comes back. */
    void kill() {
        Process victim = orderedToEnd();
        victim.destroyForcibly();
        await(victim, PATIENCE_AT_THE_END);
    }

    /**
     * Asks the process to end (SIGTERM), as whoever rolls out a new version does, and returns its exit code when it has;
     * it comes back. After 15 s it is ended by force.
     */
    int restart() {
        Process leaving = orderedToEnd();
        end(leaving);
        return leaving.exitValue();
    }

    private synchronized Process orderedToEnd() {
        ordered = process;
        return process;
    }

    /** Ends the process for good: politely, and after 15 s by force. */
    @Override
    public void close() {
        Process last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        scheduler.shutdownNow();
        if (last != null) {
            end(last);
        }
    }

    private static void end(Process process) {
        process.destroy();
        if (!await(process, PATIENCE_AT_THE_END)) {
            process.destroyForcibly();
            await(process, PATIENCE_AT_THE_END);
        }
    }

    private synchronized void ended(Process dead) {
        if (stopping || dead != process) {
            return;
        }
        long now = System.nanoTime();
        if (dead != ordered) {
            deaths.addLast(now);
        }
        deaths.removeIf(death -> now - death > WITHIN.toNanos());
        String what = name + " (pid " + dead.pid() + ") died with exit code " + dead.exitValue();
        if (deaths.size() >= DEATHS_TO_GIVE_UP) {
            ears.gaveUp()
                    .accept(new PlainSentence(what + ", the " + deaths.size()
                            + "th time within a minute. It is not started again; see " + logHint + "."));
            return;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.max(0, deaths.size() - 1));
        ears.says().accept(what + "; it is started again in " + pause.toMillis() + " ms");
        scheduler.schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean await(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
