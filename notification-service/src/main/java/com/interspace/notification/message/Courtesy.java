package com.interspace.notification.message;

import java.util.Locale;
import java.util.Map;

/**
 * What somebody is told who wrote in another language: in his own and in English. The centre's rule: labels are
 * multilingual, correspondence is in English only.
 */
final class Courtesy {

    /** By ISO 639-1, for the languages of the panel. */
    private static final Map<String, String> IN_HIS_OWN = Map.of(
            "bg", "Благодарим Ви! Водим кореспонденцията си на английски; моля, ако можете, отговаряйте на английски.",
            "mk",
                    "Ви благодариме! Нашата кореспонденција е на англиски; ве молиме, ако можете, одговарајте на англиски.",
            "sr", "Хвала Вам! Нашу преписку водимо на енглеском; молимо Вас да, ако можете, одговарате на енглеском.",
            "sl", "Hvala! Dopisujemo si v angleščini; prosimo, če lahko, odgovarjajte v angleščini.",
            "de",
                    "Vielen Dank! Unser Schriftverkehr ist auf Englisch; bitte antworten Sie, wenn möglich, auf Englisch.",
            "uk", "Дякуємо! Ми листуємося англійською; будь ласка, якщо можете, відповідайте англійською.");

    private Courtesy() {}

    /** Empty for English, for a language that the panel does not speak, and when nobody knows (null). */
    static String to(String language) {
        String own = language == null ? null : IN_HIS_OWN.get(language);
        return own == null
                ? ""
                : own + " (Thank you for writing in "
                        + Locale.forLanguageTag(language).getDisplayLanguage(Locale.UK)
                        + ". Our correspondence is in English; please answer in English if you can.)";
    }
}
