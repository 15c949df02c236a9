package com.interspace.notification.adapter.rest;

import com.interspace.chassis.refusal.Violations;
import com.interspace.notification.audience.Occasion;
import com.interspace.notification.preference.ContactPreference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a contact wants to be told of; an event that is not named is told by e-mail. */
public record PreferenceWish(
        @Schema(required = true) List<EventWish> events,
        @Schema(description = "true says that the contact's address works again after mail came back")
                Boolean deliverable) {

    /** One event and how it is told. */
    public record EventWish(
            @Schema(required = true, examples = "ticket.note-added") String eventType,
            @Schema(required = true, examples = "none", description = "email or none") String channel) {}

    private static final String NONE = "none";

    /** The events that are switched off. */
    Set<String> muted() {
        Violations violations = new Violations();
        Set<String> muted = new HashSet<>();
        if (events == null) {
            violations.add("events", "is required; an empty list means everything by e-mail");
        } else {
            for (int i = 0; i < events.size(); i++) {
                check(events.get(i), "events[" + i + "].", violations, muted);
            }
        }
        violations.throwIfAny();
        return muted;
    }

    private static void check(EventWish wish, String field, Violations violations, Set<String> muted) {
        if (wish == null || wish.eventType() == null) {
            violations.add(field + "eventType", "is required");
            return;
        }
        Optional<Occasion> occasion = ContactPreference.choices().stream()
                .filter(choice -> choice.event().equals(wish.eventType()))
                .findFirst();
        if (occasion.isEmpty()) {
            violations.add(field + "eventType", "is nothing that a contact is told of; GET shows what is");
        } else if (!"email".equals(wish.channel()) && !NONE.equals(wish.channel())) {
            violations.add(field + "channel", "must be one of email, none");
        } else if (NONE.equals(wish.channel()) && occasion.get().isMandatory()) {
            violations.add(field + "channel", "must be email: " + wish.eventType() + " cannot be switched off");
        } else if (NONE.equals(wish.channel())) {
            muted.add(wish.eventType());
        }
    }
}
