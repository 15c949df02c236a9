package com.interspace.escalation.matrix;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

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

    /** The highest level whose age has come for this priority; 0 when none has. */
    public int reachedBy(Priority priority, Duration age) {
        return highest(priority, after -> after.compareTo(age) <= 0);
    }

    /** The highest level whose age had come before this moment; the one that comes with it does not count. */
    public int reachedBefore(Priority priority, Duration age) {
        return highest(priority, after -> after.compareTo(age) < 0);
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

    private int highest(Priority priority, Predicate<Duration> condition) {
        return levels.stream()
                .filter(level -> level.ageFor(priority).filter(condition).isPresent())
                .mapToInt(Level::level)
                .max()
                .orElse(0);
    }
}
