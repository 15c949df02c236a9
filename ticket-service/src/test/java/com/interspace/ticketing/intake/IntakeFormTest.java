package com.interspace.ticketing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeFormTest {

    private static final Path BUNDLES = Path.of("src", "main", "resources", "intake-form");

    /** The letters that only this language's own words would have. */
    private static final Set<String> CYRILLIC = Set.of("bg", "mk", "sr", "uk");

    static Stream<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    @Test
    void the_panels_languages_are_spoken() throws IOException {
        assertThat(languages()).contains("en", "bg", "mk", "sr", "sl", "de", "uk");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_bundle_has_every_phrase_no_other_and_its_own_script(String language) {
        Phrasebook phrases = Phrasebook.of(List.of(Locale.forLanguageTag(language)));
        Phrasebook english = Phrasebook.of(List.of(Locale.ENGLISH));
        assertThat(phrases.language()).isEqualTo(language);
        assertThat(phrases.phrases().keySet()).isEqualTo(english.phrases().keySet());
        assertThat(IntakeForm.in(phrases).fields()).hasSize(10);
        UnicodeScript script = CYRILLIC.contains(language) ? UnicodeScript.CYRILLIC : UnicodeScript.LATIN;
        phrases.phrases().forEach((key, phrase) -> assertThat(
                        phrase.toString().codePoints().filter(Character::isLetter))
                .as(language + " " + key)
                .isNotEmpty()
                .allMatch(letter -> UnicodeScript.of(letter) == script));
    }

    @ParameterizedTest
    @CsvSource({"bg, і ї є ј љ њ", "mk, ъ ы і щ й", "sr, ъ й щ і ѓ ќ", "uk, ъ ы ј љ њ", "de, č š ž", "sl, ä ö ü ß"})
    void no_bundle_has_letters_of_its_neighbours(String language, String foreign) {
        String all = Phrasebook.of(List.of(Locale.forLanguageTag(language)))
                .phrases()
                .values()
                .toString();
        for (String letter : foreign.split(" ")) {
            assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain(letter);
        }
    }

    @Test
    void the_first_language_that_we_speak_counts_and_english_otherwise() {
        assertThat(Phrasebook.of(List.of(Locale.FRENCH, Locale.forLanguageTag("de-AT"), Locale.ENGLISH))
                        .language())
                .isEqualTo("de");
        assertThat(Phrasebook.of(List.of(Locale.JAPANESE)).language()).isEqualTo("en");
        assertThat(Phrasebook.of(List.of()).language()).isEqualTo("en");
    }
}
