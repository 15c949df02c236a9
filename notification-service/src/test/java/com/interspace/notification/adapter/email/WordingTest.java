package com.interspace.notification.adapter.email;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.interspace.notification.audience.Audience;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
class WordingTest extends NotificationTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"'";

    private static final String ALWAYS_SAID = "name support phones publicUrl reference because ticketId priority status"
            + " summary shortSummary statusMeaning causeMeaning closing courtesy at closesAt persons account serviceId product"
            + " level title lost recipient address channel rfoNumber rfoDue subjectId documentNumber documentVersion"
            + " documentFile documentSha256 documentLink effectiveFrom";

    private static final String SOMETIMES_SAID =
            "responseDue updateDue repairDue from to impact highestPriority byParty"
                    + " skipped nextLevel nextDueAt clock due until ask mergedInto about owner day";

    private static final String LINES_SOMETIMES_SAID = "text reason resolution questions failure";

    @Inject
    Wording wording;

    private static List<String> everyTemplate() {
        Stream<String> ofEvents = Arrays.stream(Occasion.values()).flatMap(occasion -> occasion.told().stream()
                .filter(audience -> audience != Audience.SUBSCRIPTIONS)
                .map(audience -> (audience.party() == Party.TEAM ? "team/" : "customer/")
                        + occasion.event().replace('.', '-')));
        return Stream.concat(ofEvents, Stream.of("customer/ticket-updates", "team/ticket-updates"))
                .distinct()
                .toList();
    }

    @Test
    void every_occasion_has_words_in_text_and_html_that_say_what_happens_next() {
        assertSoftly(softly -> {
            for (String template : everyTemplate()) {
                Wording.Letter letter = wording.write(template, everything("plain"));
                softly.assertThat(letter.subject())
                        .as(template)
                        .isNotBlank()
                        .hasSizeLessThan(200)
                        .doesNotContain("NOT_FOUND");
                softly.assertThat(letter.text())
                        .as(template)
                        .containsAnyOf("What happens next", "What to do", "Customer account")
                        .contains("Reference: plain")
                        .doesNotContain("NOT_FOUND", "{mail", "{update", "\n\n\n");
                softly.assertThat(letter.html())
                        .as(template)
                        .containsAnyOf("What happens next", "What to do", "Customer account")
                        .contains("Reference: plain")
                        .hasSizeLessThan(100_000)
                        .doesNotContain("<script", "<img", "NOT_FOUND", "{mail", "{update");
            }
        });
    }

    @Test
    void whatever_a_value_contains_html_stays_ours() {
        assertSoftly(softly -> {
            for (String template : everyTemplate()) {
                softly.assertThat(wording.write(template, everything(HOSTILE)).html())
                        .as(template)
                        .contains("&lt;img")
                        .doesNotContain("<img");
            }
        });
    }

    @Test
    void what_an_event_may_leave_out_may_be_missing() {
        assertSoftly(softly -> {
            for (String template : everyTemplate()) {
                Map<String, Object> values = everything("plain");
                names(SOMETIMES_SAID).forEach(values::remove);
                names(LINES_SOMETIMES_SAID).forEach(values::remove);
                values.put("updates", List.of(update("ticket.status-changed"), update("ticket.sla-warned")));
                Wording.Letter letter = wording.write(template, values);
                softly.assertThat(letter.text() + letter.html() + letter.subject())
                        .as(template)
                        .doesNotContain("NOT_FOUND", "null");
            }
        });
    }

    private static Map<String, Object> update(String event) {
        return Map.of("at", "now", "event", event, "status", "held", "statusMeaning", "");
    }

    private static Map<String, Object> everything(String value) {
        Map<String, Object> values = said(value);
        Map<String, Object> note = said(value);
        note.put("event", "ticket.note-added");
        Map<String, Object> step = said(value);
        step.put("event", "ticket.status-changed");
        Map<String, Object> warning = said(value);
        warning.put("event", "ticket.sla-warned");
        values.put("updates", List.of(note, step, warning));
        return values;
    }

    private static Map<String, Object> said(String value) {
        Map<String, Object> values = new HashMap<>();
        names(ALWAYS_SAID).forEach(name -> values.put(name, value));
        names(SOMETIMES_SAID).forEach(name -> values.put(name, value));
        names(LINES_SOMETIMES_SAID).forEach(name -> values.put(name, List.of(value, value)));
        values.put("matrix", true);
        return values;
    }

    private static List<String> names(String words) {
        return List.of(words.split(" "));
    }
}
