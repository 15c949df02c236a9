package com.interspace.notification.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    @Test
    void plain_english_stays_readable() {
        assertThat(EncodedWords.of("[IS-1000042-2] Ticket opened: No traffic"))
                .isEqualTo("[IS-1000042-2] Ticket opened: No traffic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "мрежа",
                "\uD83D\uDD25 fire \uD83D\uDD25\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25",
                "=?UTF-8?B?aGVsbG8=?=",
                "няма трафик по нито един от нашите канали към София и Пловдив от осем часа насам"
            })
    void everything_else_comes_back_as_it_was(String line) throws UnsupportedEncodingException {
        String encoded = EncodedWords.of(line);

        assertThat(MimeUtility.decodeText(MimeUtility.unfold(encoded))).isEqualTo(line);
        assertThat(encoded.lines()).allMatch(word -> word.strip().length() <= 75);
    }
}
