package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.attachment.AttachmentState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a ticket as its readers see it. */
@Schema(name = "Attachment")
record AttachmentView(
        UUID id,
        String fileName,
        @Schema(description = "What the bytes look like, whatever the sender said") String contentType,
        @Schema(description = "Bytes") long size,
        @Schema(description = "Of the bytes, hexadecimal") String sha256,
        @Schema(description = "Only an available file can be downloaded; a held one waits for the scanner")
                AttachmentState state,
        Instant at,
        String author,
        String party) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.fileName(),
                attachment.contentType(),
                attachment.size(),
                attachment.sha256(),
                attachment.state(),
                attachment.at(),
                attachment.authorName(),
                attachment.party());
    }
}
