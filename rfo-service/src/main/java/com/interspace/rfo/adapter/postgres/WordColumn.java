package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.action.ActionStatus;
import com.interspace.rfo.finding.FindingKind;
import com.interspace.rfo.finding.FindingState;
import com.interspace.rfo.finding.SubjectKind;
import com.interspace.rfo.problem.Priority;
import com.interspace.rfo.problem.ProblemStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.stream.Stream;

/** What has a word on the wire stands in the tables by that word. */
abstract class WordColumn<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final E[] words;

    WordColumn(E[] words) {
        this.words = words;
    }

    @Override
    public String convertToDatabaseColumn(E value) {
        return value == null ? null : value.toString();
    }

    @Override
    public E convertToEntityAttribute(String word) {
        return Stream.of(words)
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElse(null);
    }

    @Converter(autoApply = true)
    public static class OfProblemStatus extends WordColumn<ProblemStatus> {
        public OfProblemStatus() {
            super(ProblemStatus.values());
        }
    }

    @Converter(autoApply = true)
    public static class OfPriority extends WordColumn<Priority> {
        public OfPriority() {
            super(Priority.values());
        }
    }

    @Converter(autoApply = true)
    public static class OfActionStatus extends WordColumn<ActionStatus> {
        public OfActionStatus() {
            super(ActionStatus.values());
        }
    }

    @Converter(autoApply = true)
    public static class OfFindingKind extends WordColumn<FindingKind> {
        public OfFindingKind() {
            super(FindingKind.values());
        }
    }

    @Converter(autoApply = true)
    public static class OfFindingState extends WordColumn<FindingState> {
        public OfFindingState() {
            super(FindingState.values());
        }
    }

    @Converter(autoApply = true)
    public static class OfSubjectKind extends WordColumn<SubjectKind> {
        public OfSubjectKind() {
            super(SubjectKind.values());
        }
    }
}
