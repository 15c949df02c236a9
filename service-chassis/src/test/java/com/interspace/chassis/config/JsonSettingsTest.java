package com.interspace.chassis.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JsonSettingsTest {

    private final ObjectMapper json = new ObjectMapper();

    JsonSettingsTest() {
        new JsonSettings().customize(json);
    }

    @Test
    void what_nests_deeper_than_anything_that_we_take_is_not_read() {
        assertThatCode(() -> json.readValue(nested(60), Object.class)).doesNotThrowAnyException();
        assertThatThrownBy(() -> json.readValue(nested(65), Object.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nobody_says_one_name_twice() {
        assertThatThrownBy(() -> json.readValue("{\"ticketId\": 1, \"ticketId\": 2}", Object.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("ticketId");
    }

    private static String nested(int deep) {
        return "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
    }
}
