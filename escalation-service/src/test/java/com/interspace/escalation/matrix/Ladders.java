package com.interspace.escalation.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ladders for tests: the centre's default, written down a second time. */
public final class Ladders {

    private static final List<List<Integer>> MINUTES = List.of(
            List.of(30, 60, 240, 1440),
            List.of(60, 120, 480, 2880),
            List.of(120, 240, 1440, 4320),
            List.of(240, 480, 2880, 7200),
            List.of(480, 960));

    private Ladders() {}

    public static Ladder theDefault() {
        return theDefaultWithNobodyOn(0);
    }

    public static Ladder theDefaultWithNobodyOn(int empty) {
        List<Level> levels = new ArrayList<>();
        for (int number = 1; number <= MINUTES.size(); number++) {
            Person person = new Person("Person " + number, "p" + number + "@interspace.example", null, "24x7");
            levels.add(new Level(
                    number,
                    "Level " + number,
                    number == empty ? List.of() : List.of(person),
                    ages(MINUTES.get(number - 1)),
                    number == empty));
        }
        return new Ladder(levels);
    }

    private static Map<Priority, Duration> ages(List<Integer> minutes) {
        Map<Priority, Duration> ages = new EnumMap<>(Priority.class);
        for (int index = 0; index < minutes.size(); index++) {
            ages.put(Priority.values()[index], Duration.ofMinutes(minutes.get(index)));
        }
        return ages;
    }
}
