package com.interspace.chassis.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorableTextTest {

    private record Letter(String text, List<String> lines) {}

    private final ObjectMapper json = new ObjectMapper();

    StorableTextTest() {
        new JsonSettings().customize(json);
    }

    @Test
    void a_nul_becomes_the_replacement_character_and_the_rest_stays() throws JsonProcessingException {
        assertThat(read("{'text':'no\\u0000traffic','lines':['\\u0000']}"))
                .isEqualTo(new Letter("no\uFFFDtraffic", List.of("\uFFFD")));
    }

    @Test
    void half_of_a_surrogate_pair_becomes_the_replacement_character_and_a_whole_pair_stays()
            throws JsonProcessingException {
        assertThat(read("{'text':'\\ud83d and \\ud83d\\ude00'}").text()).isEqualTo("\uFFFD and \uD83D\uDE00");
    }

    @Test
    void nothing_stays_nothing() throws JsonProcessingException {
        assertThat(read("{'text':null}").text()).isNull();
    }

    private Letter read(String text) throws JsonProcessingException {
        return json.readValue(text.replace('\'', '"'), Letter.class);
    }
}
