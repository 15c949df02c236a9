package com.interspace.ticketing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of the intake form in one language: {@code intake-form/<language>.properties} in UTF-8. Another language
 * is another such file, nothing else.
 */
public record Phrasebook(String language, Properties phrases) {

    private static final String USUAL = "en";
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    /** The first of the wanted languages that we speak; English when we speak none of them. */
    public static Phrasebook of(List<Locale> wanted) {
        return Stream.concat(wanted.stream().map(Locale::getLanguage), Stream.of(USUAL))
                .filter(code -> CODE.matcher(code).matches())
                .flatMap(code -> read(code).stream())
                .findFirst()
                .orElseThrow();
    }

    /** @throws IllegalStateException when the language has no such phrase */
    public String say(String key) {
        String phrase = phrases.getProperty(key);
        if (phrase == null || phrase.isBlank()) {
            throw new IllegalStateException("intake-form/" + language + ".properties has no " + key);
        }
        return phrase;
    }

    private static Optional<Phrasebook> read(String code) {
        try (InputStream file = Phrasebook.class.getResourceAsStream("/intake-form/" + code + ".properties")) {
            if (file == null) {
                return Optional.empty();
            }
            Properties phrases = new Properties();
            phrases.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(new Phrasebook(code, phrases));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
