package com.interspace.ticketing.adapter.language;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.interspace.ticketing.intake.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Lingua, with the panel's languages only and in its low-accuracy mode: it loads trigrams alone, and those only when
 * the first text of their script comes.
 */
@ApplicationScoped
class LinguaLanguages implements Languages {

    /** Shorter texts are named by chance. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 1_000;

    /** How much likelier than the next one a language must be, from 0 to 0.99. */
    private static final double CERTAINTY = 0.1;

    private final LanguageDetector detector = LanguageDetectorBuilder.fromIsoCodes639_1(
                    IsoCode639_1.EN,
                    IsoCode639_1.BG,
                    IsoCode639_1.MK,
                    IsoCode639_1.SR,
                    IsoCode639_1.SL,
                    IsoCode639_1.DE,
                    IsoCode639_1.UK)
            .withMinimumRelativeDistance(CERTAINTY)
            .withLowAccuracyMode()
            .build();

    @Override
    public Optional<String> of(String text) {
        if (text == null || text.codePoints().filter(Character::isLetter).count() < SHORTEST) {
            return Optional.empty();
        }
        String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String code = detector.detectLanguageOf(part).getIsoCode639_1().toString();
        return "none".equals(code) ? Optional.empty() : Optional.of(code);
    }
}
