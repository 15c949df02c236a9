package com.interspace.escalation.adapter.pdf;

import com.interspace.escalation.matrix.Level;
import com.interspace.escalation.matrix.Person;
import com.interspace.escalation.matrix.Priority;
import java.util.List;

/** A level as it is printed. */
public record Row(
        int level,
        String title,
        List<Person> persons,
        boolean skipped,
        String critical,
        String major,
        String minor,
        String low) {

    static List<Row> of(List<Level> levels) {
        return levels.stream().map(Row::of).toList();
    }

    private static Row of(Level level) {
        return new Row(
                level.level(),
                level.title(),
                level.persons(),
                level.skip(),
                age(level, Priority.CRITICAL),
                age(level, Priority.MAJOR),
                age(level, Priority.MINOR),
                age(level, Priority.LOW));
    }

    private static String age(Level level, Priority priority) {
        return level.ageFor(priority).map(PrintedText::length).orElse("\u2013");
    }
}
