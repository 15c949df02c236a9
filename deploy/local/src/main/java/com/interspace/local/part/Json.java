package com.interspace.local.part;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON as the local system reads and writes it: its own data files and the bodies on its doors. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {}

    /** Reads a data file of this module, named by its path under {@code com/interspace/local}. */
    public static <T> T data(String file, TypeReference<T> type) {
        try (InputStream in = Json.class.getResourceAsStream("/com/interspace/local/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The data file " + file + " is missing from the local system.");
            }
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + file + " cannot be read.", e);
        }
    }

    /** Parses a body; an empty text is the missing node. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("This is not JSON: " + text, e);
        }
    }

    /** Reads a node into a record. */
    public static <T> T as(JsonNode node, TypeReference<T> type) {
        return MAPPER.convertValue(node, type);
    }

    /** Writes a record, map, list or node. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
