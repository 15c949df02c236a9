package com.interspace.escalation.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.interspace.escalation.climb.Told;
import com.interspace.escalation.matrix.Ladder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Ladders and lists of persons stand in the tables as JSON text; nobody searches in them. */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Class<T> type;

    JsonColumn(Class<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be written as JSON", broken);
        }
    }

    @Override
    public T convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(type.getSimpleName() + " in the table cannot be read", broken);
        }
    }

    @Converter(autoApply = true)
    public static class OfLadder extends JsonColumn<Ladder> {
        public OfLadder() {
            super(Ladder.class);
        }
    }

    @Converter(autoApply = true)
    public static class OfTold extends JsonColumn<Told> {
        public OfTold() {
            super(Told.class);
        }
    }
}
