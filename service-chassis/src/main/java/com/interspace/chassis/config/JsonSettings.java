package com.interspace.chassis.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** JSON as every service writes and reads it: enums by their word, ISO-8601 times and durations, storable text. */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        json.enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.registerModule(new SimpleModule("storable-text").addDeserializer(String.class, new StorableText()));
    }
}
