package com.interspace.ticketing.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a report left out or said impossibly, and how often the reporter has been asked for it. Only what the centre
 * requires holds the work up; the rest is asked for along the way.
 *
 * @param questions in the order of the form; empty when nothing is open
 * @param askedAt when the reporter was asked first; null when he never was
 * @param asks how many times he was asked
 */
@Embeddable
public record MissingInformation(
        @Column(name = "missing") @Convert(converter = QuestionsConverter.class) List<Question> questions,
        Instant askedAt,
        int asks) {

    public static final MissingInformation NONE = new MissingInformation(List.of(), null, 0);

    /** Required by the centre before work can begin. */
    private static final Set<String> REQUIRED = Set.of("serviceId", "problemStart", "summary", "impact");

    /**
     * Something that the reporter is asked for.
     *
     * @param field its name on the wire, as in the report
     * @param question one line of plain English
     */
    public record Question(String field, String question) {}

    public MissingInformation {
        questions = List.copyOf(questions);
    }

    public static MissingInformation asked(List<Question> questions, Instant at) {
        return questions.isEmpty() ? NONE : new MissingInformation(questions, at, 1);
    }

    public boolean isEmpty() {
        return questions.isEmpty();
    }

    public boolean asksFor(String field) {
        return questions.stream().anyMatch(question -> question.field().equals(field));
    }

    public List<String> fields() {
        return questions.stream().map(Question::field).toList();
    }

    /** Whether something is missing that work cannot begin without. */
    public boolean holdsWorkUp() {
        return questions.stream().anyMatch(question -> REQUIRED.contains(question.field()));
    }

    /** The same asking, with these questions left. */
    public MissingInformation left(List<Question> remaining) {
        return new MissingInformation(remaining, askedAt, asks);
    }

    MissingInformation askedAgain() {
        return new MissingInformation(questions, askedAt, asks + 1);
    }
}
