package com.interspace.chassis.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * JSON as every service writes and reads it: enums by their word, ISO-8601 times and durations, storable text, every name
 * once.
 */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {

    /** Nothing that we take is nested half as deep; readers that follow the nesting need a stack as deep. */
    private static final int DEEPEST = 64;

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        json.enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.registerModule(new SimpleModule("storable-text").addDeserializer(String.class, new StorableText()));
    }
}
