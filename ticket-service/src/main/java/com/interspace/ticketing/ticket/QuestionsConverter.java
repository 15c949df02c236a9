package com.interspace.ticketing.ticket;

import com.interspace.ticketing.ticket.MissingInformation.Question;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;

/** Stores questions as text: one line each, the field first. */
@Converter
public class QuestionsConverter implements AttributeConverter<List<Question>, String> {

    @Override
    public String convertToDatabaseColumn(List<Question> questions) {
        return questions == null
                ? null
                : questions.stream()
                        .map(question -> question.field() + " " + question.question())
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public List<Question> convertToEntityAttribute(String text) {
        return text == null
                ? null
                : text.lines()
                        .map(line -> line.split(" ", 2))
                        .map(part -> new Question(part[0], part[1]))
                        .toList();
    }
}
