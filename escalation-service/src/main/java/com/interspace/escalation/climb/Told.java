package com.interspace.escalation.climb;

import com.interspace.escalation.matrix.Person;
import java.util.List;

/** The persons who were told, as they stood in the matrix at that time. */
public record Told(List<Person> persons) {

    public Told {
        persons = List.copyOf(persons);
    }
}
