package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.attachment.AttachmentState;
import com.interspace.ticketing.attachment.Attachments;
import com.interspace.ticketing.attachment.FileNotAvailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Somebody looks at a ticket's files. */
@ApplicationScoped
public class ReadAttachment {

    private final TicketDesk desk;
    private final Attachments attachments;

    @Inject
    ReadAttachment(TicketDesk desk, Attachments attachments) {
        this.desk = desk;
        this.attachments = attachments;
    }

    /** Oldest first; at most {@code limit + 1} of them. */
    public List<Attachment> list(String ticketId, long afterSequence, int limit, Caller caller) {
        desk.read(ticketId, caller);
        return attachments.of(ticketId, afterSequence, limit);
    }

    /**
     * A file that may leave the house.
     *
     * @throws NotFound when the ticket or the file is unknown or foreign
     * @throws FileNotAvailable when it is held or refused
     */
    public Attachment find(String ticketId, String attachmentId, Caller caller) {
        desk.read(ticketId, caller);
        Attachment attachment = attachments
                .find(ticketId, uuid(attachmentId))
                .orElseThrow(() -> new NotFound("attachment", attachmentId));
        if (attachment.state() != AttachmentState.AVAILABLE) {
            throw new FileNotAvailable(attachment.state());
        }
        return attachment;
    }

    public InputStream bytesOf(Attachment attachment) {
        return attachments.read(attachment.id());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException misspelt) {
            throw new NotFound("attachment", text);
        }
    }
}
