package com.interspace.ticketing.ticket;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a {@link Life} as text, one line a moment. */
@Converter
public class LifeConverter implements AttributeConverter<Life, String> {

    @Override
    public String convertToDatabaseColumn(Life life) {
        return life == null ? null : life.text();
    }

    @Override
    public Life convertToEntityAttribute(String text) {
        return text == null ? null : Life.parse(text);
    }
}
