package com.interspace.rfo.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Edits;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** What persons wrote, and what was sent to review, stand in the tables as JSON text; nobody searches in it. */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
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
    public static class OfEdits extends JsonColumn<Edits> {
        public OfEdits() {
            super(Edits.class);
        }
    }

    @Converter(autoApply = true)
    public static class OfContent extends JsonColumn<Content> {
        public OfContent() {
            super(Content.class);
        }
    }
}
