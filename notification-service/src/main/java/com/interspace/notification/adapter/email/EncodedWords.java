package com.interspace.notification.adapter.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A header value in the encoding of RFC 2047, folded. The mail library's own encoding does not fold, and leaves alone
 * what only looks encoded.
 */
final class EncodedWords {

    /** An encoded word has at most 75 characters, 12 of them frame; 45 bytes make 60 of Base64. */
    private static final int BYTES_IN_A_WORD = 45;

    private EncodedWords() {}

    /** Plain ASCII stays as it is, unless it would be taken for an encoded word. */
    static String of(String line) {
        boolean plain = line.chars().allMatch(character -> character >= ' ' && character <= '~');
        if (plain && !line.contains("=?")) {
            return line;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        line.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > BYTES_IN_A_WORD) {
                words.add(encoded(word.toString()));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(encoded(word.toString()));
        return String.join("\r\n ", words);
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
