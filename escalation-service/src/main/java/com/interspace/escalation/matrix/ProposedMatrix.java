package com.interspace.escalation.matrix;

import com.interspace.chassis.refusal.Violations;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A matrix as somebody wrote it down, not yet believed. The rules: levels numbered 1, 2, 3 ... without a gap; for each
 * priority the ages positive and strictly rising from level 1 upwards, without a hole; somebody on every level or an
 * explicit skip; every e-mail address well-formed; hours that {@link ReachableHours} can read.
 *
 * @param effectiveFrom ISO-8601 instant; null = from now on
 */
public record ProposedMatrix(String effectiveFrom, List<ProposedLevel> levels) {

    private static final int MOST_LEVELS = 20;
    private static final int MOST_PERSONS = 20;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @param after ISO-8601 durations by the word of the priority */
    public record ProposedLevel(
            Integer level, String title, List<Person> persons, Map<String, String> after, Boolean skip) {

        boolean leftOut() {
            return Boolean.TRUE.equals(skip);
        }
    }

    /** The ladder, to be used only if {@code violations} has stayed empty. */
    public Ladder judged(Violations violations) {
        if (levels == null || levels.isEmpty()) {
            violations.add("levels", "is required: at least one level");
            return new Ladder(List.of());
        }
        if (levels.size() > MOST_LEVELS) {
            violations.add("levels", "must have at most " + MOST_LEVELS + " levels");
            return new Ladder(List.of());
        }
        List<Level> judged = new ArrayList<>();
        for (int index = 0; index < levels.size(); index++) {
            judged.add(judgeLevel("levels[" + index + "]", index + 1, levels.get(index), violations));
        }
        judgeAges(judged, violations);
        if (levels.stream().allMatch(level -> level != null && level.leftOut())) {
            violations.add("levels", "must have somebody on at least one level");
        }
        return new Ladder(judged);
    }

    private static Level judgeLevel(String field, int number, ProposedLevel level, Violations violations) {
        if (level == null) {
            violations.add(field, "is required");
            return new Level(number, "", List.of(), Map.of(), true);
        }
        if (level.level() == null || level.level() != number) {
            violations.add(field + ".level", "must be " + number + ": levels are numbered from 1 without a gap");
        }
        String title = text(field + ".title", level.title(), true, 100, violations);
        return new Level(
                number,
                title == null ? "" : title,
                persons(field + ".persons", level, violations),
                ages(field + ".after", level.after(), violations),
                level.leftOut());
    }

    private static List<Person> persons(String field, ProposedLevel level, Violations violations) {
        List<Person> persons = level.persons() == null ? List.of() : level.persons();
        if (persons.isEmpty() && !level.leftOut()) {
            violations.add(field, "must name somebody, or the level must say \"skip\": true");
        }
        if (persons.size() > MOST_PERSONS) {
            violations.add(field, "must have at most " + MOST_PERSONS + " persons");
            return List.of();
        }
        List<Person> judged = new ArrayList<>();
        for (int index = 0; index < persons.size(); index++) {
            judged.add(person(field + "[" + index + "]", persons.get(index), violations));
        }
        return judged;
    }

    private static Person person(String field, Person person, Violations violations) {
        if (person == null) {
            violations.add(field, "is required");
            return new Person("", "", null, ReachableHours.ALWAYS);
        }
        String name = text(field + ".name", person.name(), true, 100, violations);
        String email = text(field + ".email", person.email(), true, 254, violations);
        if (email != null && !EMAIL.matcher(email).matches()) {
            violations.add(field + ".email", "must be an e-mail address such as duty-manager@interspace.example");
        }
        String phone = text(field + ".phone", person.phone(), false, 40, violations);
        String hours = text(field + ".hours", person.hours(), false, 100, violations);
        judgeHours(field + ".hours", hours, violations);
        return new Person(name, email, phone, hours == null ? ReachableHours.ALWAYS : hours);
    }

    private static void judgeHours(String field, String hours, Violations violations) {
        try {
            ReachableHours.parse(hours == null ? ReachableHours.ALWAYS : hours);
        } catch (IllegalArgumentException unreadable) {
            violations.add(
                    field, "must be 24x7, or such as Mon-Fri 09:00-18:00, Sat 10:00-14:00 in the service's zone");
        }
    }

    private static String text(String field, String value, boolean required, int longest, Violations violations) {
        if (value == null || value.isBlank()) {
            if (required) {
                violations.add(field, "is required");
            }
            return null;
        }
        violations.atMost(field, value, longest);
        if (CONTROL.matcher(value).find()) {
            violations.add(field, "must not have control characters");
        }
        return value.trim();
    }

    private static Map<Priority, Duration> ages(String field, Map<String, String> after, Violations violations) {
        Map<Priority, Duration> ages = new EnumMap<>(Priority.class);
        (after == null ? Map.<String, String>of() : after).forEach((word, text) -> {
            Priority priority = violations.oneOf(field + "." + word, word, Priority.class);
            Duration age = age(field + "." + word, text, violations);
            if (priority != null && age != null) {
                ages.put(priority, age);
            }
        });
        return ages;
    }

    private static Duration age(String field, String text, Violations violations) {
        try {
            Duration age = text == null ? Duration.ZERO : Duration.parse(text);
            if (age.isNegative() || age.isZero() || age.compareTo(LONGEST) > 0) {
                violations.add(field, "must be more than nothing and at most " + LONGEST.toDays() + " days");
                return null;
            }
            return age;
        } catch (DateTimeException unreadable) {
            violations.add(field, "must be an ISO-8601 duration such as PT30M");
            return null;
        }
    }

    private void judgeAges(List<Level> judged, Violations violations) {
        for (Priority priority : Priority.values()) {
            for (int index = 1; index < judged.size(); index++) {
                judgeStep(
                        "levels[" + (index - 1) + "].after." + priority,
                        "levels[" + index + "].after." + priority,
                        judged.get(index - 1).after().get(priority),
                        judged.get(index).after().get(priority),
                        isWritten(index - 1, priority),
                        violations);
            }
        }
    }

    private boolean isWritten(int index, Priority priority) {
        ProposedLevel level = levels.get(index);
        return level != null && level.after() != null && level.after().containsKey(priority.toString());
    }

    private static void judgeStep(
            String lowerField,
            String field,
            Duration lower,
            Duration age,
            boolean lowerIsWritten,
            Violations violations) {
        if (age != null && lower == null && !lowerIsWritten) {
            violations.add(lowerField, "is required, because a higher level has an age for this priority");
        }
        if (age != null && lower != null && age.compareTo(lower) <= 0) {
            violations.add(field, "must be later than " + lower + ", the age of the level below");
        }
    }
}
