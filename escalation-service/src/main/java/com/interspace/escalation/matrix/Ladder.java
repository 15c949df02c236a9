package com.interspace.escalation.matrix;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The levels of a matrix, numbered from 1 without a gap. Level 0 is the ground: nobody has been called yet. */
public record Ladder(List<Level> levels) {

    public Ladder {
        levels = List.copyOf(levels);
    }

    public int height() {
        return levels.size();
    }

    public Level level(int number) {
        return levels.get(number - 1);
    }

    /**
     * The highest level whose age has come for this priority; 0 when none has.
     *
     * @param since levels whose age had come by then do not count; null = all count
     */
    public int reachedBy(Priority priority, Duration since, Duration age) {
        return highest(priority, after -> isLater(after, since) && after.compareTo(age) <= 0);
    }

    /** As {@link #reachedBy}, but the level that comes with this very age does not count. */
    public int reachedBefore(Priority priority, Duration since, Duration age) {
        return highest(priority, after -> isLater(after, since) && after.compareTo(age) < 0);
    }

    private static boolean isLater(Duration after, Duration since) {
        return since == null || after.compareTo(since) > 0;
    }

    /** The highest level that tickets of this priority climb to; the whole ladder where it gives them no ages. */
    public int topFor(Priority priority) {
        int top = highest(priority, after -> true);
        return top == 0 ? height() : top;
    }

    /**
     * The level that really answers when a ticket comes to {@code level}: the next one upwards with somebody on it,
     * not above {@code top}; failing that the nearest below; 0 when nobody is anywhere.
     */
    public int manned(int level, int top) {
        for (int up = Math.max(level, 1); up <= top; up++) {
            if (level(up).hasSomebody()) {
                return up;
            }
        }
        for (int down = Math.min(level, top) - 1; down > 0; down--) {
            if (level(down).hasSomebody()) {
                return down;
            }
        }
        return 0;
    }

    /** Everybody on the levels from {@code lowest} up to {@code highest}, each once. */
    public List<Person> personsOn(int lowest, int highest) {
        return IntStream.rangeClosed(Math.max(lowest, 1), Math.min(highest, height()))
                .mapToObj(number -> level(number).persons())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The first level from {@code level} up to {@code top} where somebody can be reached at an instant; 0 = none. */
    public int reachable(int level, int top, Instant at, ZoneId zone) {
        for (int up = Math.max(level, 1); up <= top; up++) {
            if (!level(up).reachable(at, zone).isEmpty()) {
                return up;
            }
        }
        return 0;
    }

    private int highest(Priority priority, Predicate<Duration> condition) {
        return levels.stream()
                .filter(level -> level.ageFor(priority).filter(condition).isPresent())
                .mapToInt(Level::level)
                .max()
                .orElse(0);
    }
}
