package com.interspace.notification.adapter.rest;

import com.interspace.notification.message.Message;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to a contact, word for word. */
@Schema(name = "ContactMessage")
public record ContactMessageView(
        UUID id,
        Instant at,
        String eventType,
        String ticketId,
        String channel,
        String address,
        String subject,
        String text,
        String state) {

    static ContactMessageView of(Message message) {
        return new ContactMessageView(
                message.id(),
                message.writtenAt(),
                message.occasion().type(),
                message.ticketId(),
                message.channel(),
                message.address(),
                message.subject(),
                message.text(),
                message.state().toString());
    }
}
