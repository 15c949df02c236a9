package com.interspace.notification.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.interspace.notification.audience.Occasion;
import com.interspace.notification.audience.Party;
import com.interspace.notification.fixture.NotificationTest;
import com.interspace.notification.message.Wording;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class WordingTest extends NotificationTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"'";

    @Inject
    Wording wording;

    static Stream<String> every_template() {
        return Arrays.stream(Occasion.values()).flatMap(occasion -> occasion.told().stream()
                .map(audience -> (audience.party() == Party.TEAM ? "team/" : "customer/")
                        + occasion.event().replace('.', '-'))
                .distinct());
    }

    @ParameterizedTest
    @MethodSource("every_template")
    void every_occasion_has_words_in_text_and_html_that_say_what_happens_next(String template) {
        Wording.Letter letter = wording.write(template, everything("plain"));

        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(200);
        assertThat(letter.text())
                .containsAnyOf("What happens next", "What to do")
                .contains("Reference: ref");
        assertThat(letter.html())
                .containsAnyOf("What happens next", "What to do")
                .contains("Reference: ref");
        assertThat(letter.html()).hasSizeLessThan(100_000).doesNotContain("<script", "<img", "NOT_FOUND", "{mail");
        assertThat(letter.text()).doesNotContain("NOT_FOUND", "{mail", "\n\n\n");
    }

    @ParameterizedTest
    @MethodSource("every_template")
    void whatever_a_value_contains_html_stays_ours(String template) {
        Wording.Letter letter = wording.write(template, everything(HOSTILE));

        assertThat(letter.html()).contains("&lt;img").doesNotContain("<img");
    }

    @ParameterizedTest
    @MethodSource("every_template")
    void what_an_event_may_leave_out_may_be_missing(String template) {
        Map<String, Object> values = everything("plain");
        List.of("responseDue", "updateDue", "repairDue", "reason", "from", "nextDueAt", "nextLevel", "skipped")
                .forEach(values::remove);

        assertThat(wording.write(template, values).text()).doesNotContain("NOT_FOUND");
    }

    private static Map<String, Object> everything(String value) {
        Map<String, Object> values = new HashMap<>();
        for (String name : List.of(
                ("name support phones publicUrl ticketId priority status summary shortSummary statusMeaning causeMeaning"
                                + " closing at closesAt responseDue updateDue repairDue from to impact highestPriority"
                                + " byParty level title cause skipped nextLevel nextDueAt persons rfoNumber rfoDue"
                                + " account serviceId product documentNumber documentVersion documentFile"
                                + " documentSha256 documentLink effectiveFrom")
                        .split(" "))) {
            values.put(name, value);
        }
        values.put("matrix", true);
        values.put("reference", "ref");
        for (String name : List.of("text", "reason", "resolution")) {
            values.put(name, List.of(value, value));
        }
        return values;
    }
}
