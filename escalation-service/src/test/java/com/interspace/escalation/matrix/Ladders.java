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

    /** As many levels as hours are given, with the ages of the default and one person on each. */
    public static Ladder ofHours(String... hours) {
        List<Level> levels = new ArrayList<>();
        for (int number = 1; number <= hours.length; number++) {
            Person person =
                    new Person("Person " + number, "p" + number + "@interspace.example", null, hours[number - 1]);
            levels.add(new Level(number, "Level " + number, List.of(person), ages(MINUTES.get(number - 1)), false));
        }
        return new Ladder(levels);
    }

    /** One level with as many persons as hours are given. */
    public static Ladder withHours(String... hours) {
        List<Person> persons = new ArrayList<>();
        for (int index = 0; index < hours.length; index++) {
            String letter = "1" + (char) ('a' + index);
            persons.add(new Person("Person " + letter, "p" + letter + "@interspace.example", null, hours[index]));
        }
        return new Ladder(List.of(new Level(1, "Level 1", persons, ages(MINUTES.get(0)), false)));
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
