package com.interspace.ticketing.adapter.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinguaLanguagesTest {

    private final LinguaLanguages languages = new LinguaLanguages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Since this morning we have no traffic on our internet access, please help",
                "bg | От тази сутрин нямаме никакъв трафик по интернет връзката, моля помогнете",
                "mk | Од утрово немаме никаков сообраќај на интернет врската, ве молиме помогнете",
                "sr | Од јутрос немамо никакав саобраћај на интернет вези, молимо вас помозите",
                "sl | Od danes zjutraj nimamo nobenega prometa na internetni povezavi, prosimo pomagajte",
                "de | Seit heute Morgen haben wir keinen Verkehr auf unserem Internetanschluss, bitte helfen Sie",
                "uk | Від сьогоднішнього ранку у нас немає трафіку на інтернет з'єднанні, будь ласка допоможіть"
            })
    void each_language_of_the_panel_is_told(String code, String text) {
        assertThat(languages.of(text)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"No traffic", "IS-DIA-0001 192.0.2.1 2001:db8::1 1234567890", "''"})
    void a_text_that_is_too_short_is_left_alone(String text) {
        assertThat(languages.of(text)).isEmpty();
    }
}
