package com.interspace.notification.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.notification.audience.Facts;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Facts in one column; nothing is ever searched inside. */
@Converter(autoApply = true)
public class FactsAsJson implements AttributeConverter<Facts, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Facts facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts are plain data", e);
        }
    }

    @Override
    public Facts convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Facts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored facts of a notice cannot be read", e);
        }
    }
}
