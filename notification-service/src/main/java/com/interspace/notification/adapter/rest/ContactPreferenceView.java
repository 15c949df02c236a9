package com.interspace.notification.adapter.rest;

import com.interspace.notification.audience.Occasion;
import com.interspace.notification.preference.ContactPreference;
import com.interspace.notification.preference.UndeliverableAddress;
import com.interspace.notification.usecase.ChooseNotifications;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a contact is told of.
 *
 * @param deliverable whether mail to his address arrives, as far as anybody knows
 * @param undeliverableWhy what the last mail came back with, or null
 */
@Schema(name = "ContactPreferences")
public record ContactPreferenceView(
        @Schema(examples = "anna") String contactId,
        @Schema(examples = "ACME") String account,
        List<EventChoice> events,
        boolean deliverable,
        Instant undeliverableSince,
        String undeliverableWhy) {

    /** @param mandatory whether it cannot be switched off */
    public record EventChoice(
            @Schema(examples = "ticket.note-added") String eventType,
            @Schema(examples = "email", description = "email or none") String channel,
            boolean mandatory) {}

    static ContactPreferenceView of(ChooseNotifications.Choice choice) {
        UndeliverableAddress trouble = choice.trouble();
        return new ContactPreferenceView(
                choice.contactId(),
                choice.account(),
                ContactPreference.choices().stream()
                        .map(occasion -> choice(occasion, choice.preference()))
                        .toList(),
                trouble == null,
                trouble == null ? null : trouble.since(),
                trouble == null ? null : trouble.why());
    }

    private static EventChoice choice(Occasion occasion, ContactPreference preference) {
        return new EventChoice(occasion.event(), preference.wants(occasion) ? "email" : "none", occasion.isMandatory());
    }
}
