package com.interspace.ticketing.intake;

import com.interspace.ticketing.priority.Impact;
import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.priority.Urgency;
import com.interspace.ticketing.ticket.FaultNature;
import java.util.Arrays;
import java.util.List;

/**
 * The form in which the panel takes a report, with labels in the language of whoever fills it in.
 *
 * @param language ISO 639-1 code of the labels
 */
public record IntakeForm(String language, List<Field> fields) {

    /**
     * @param name as in {@code POST /v1/tickets}
     * @param type service, date-time, line, text, choice, or list
     * @param options of a choice, in the order in which they are offered; empty for any other type
     */
    public record Field(String name, String type, boolean required, String label, String hint, List<Option> options) {}

    /** @param value as in {@code POST /v1/tickets} */
    public record Option(String value, String label) {}

    public static IntakeForm in(Phrasebook phrases) {
        return new IntakeForm(
                phrases.language(),
                List.of(
                        field(phrases, "serviceId", "service", true),
                        field(phrases, "problemStart", "date-time", true),
                        field(phrases, "summary", "line", true),
                        choice(phrases, "impact", true, Impact.values()),
                        choice(phrases, "requestedPriority", false, Priority.values()),
                        choice(phrases, "urgency", false, Urgency.values()),
                        field(phrases, "description", "text", false),
                        choice(phrases, "faultNature", false, FaultNature.values()),
                        field(phrases, "circuitId", "line", false),
                        field(phrases, "ipAddress", "list", false)));
    }

    private static Field field(Phrasebook phrases, String name, String type, boolean required) {
        return new Field(name, type, required, phrases.say("field." + name), phrases.say("hint." + name), List.of());
    }

    private static Field choice(Phrasebook phrases, String name, boolean required, Enum<?>[] words) {
        List<Option> options = Arrays.stream(words)
                .map(word -> new Option(word.toString(), phrases.say("option." + name + "." + word)))
                .toList();
        return new Field(name, "choice", required, phrases.say("field." + name), phrases.say("hint." + name), options);
    }
}
