package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.idempotency.Idempotent;
import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.usecase.AddAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Takes a file that has arrived; once for each idempotency key, which is told by what is in the file. */
@ApplicationScoped
public class AttachmentIntake {

    private final AddAttachment addAttachment;
    private final CurrentCaller current;

    @Inject
    AttachmentIntake(AddAttachment addAttachment, CurrentCaller current) {
        this.addAttachment = addAttachment;
        this.current = current;
    }

    @Idempotent
    Response take(String ticketId, UploadedFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            Attachment attachment = addAttachment.add(ticketId, file.fileName(), bytes, current.get());
            return Response.created(URI.create("/v1/tickets/" + ticketId + "/attachments/" + attachment.id()))
                    .entity(AttachmentView.of(attachment))
                    .build();
        }
    }
}
