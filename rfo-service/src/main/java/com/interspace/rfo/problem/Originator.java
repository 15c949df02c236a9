package com.interspace.rfo.problem;

import com.interspace.rfo.report.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who declared a problem. The id may be null; the role is a free word, such as centre or supplier. */
@Embeddable
public record Originator(
        @Column(name = "originator_id") String id,
        @Column(name = "originator_name") String name,
        @Column(name = "originator_role") String role) {

    public static Originator of(Person person) {
        return new Originator(person.id(), person.name(), person.party());
    }
}
