package com.interspace.ticketing.adapter.rest;

import static com.interspace.chassis.caller.Role.AGENT;
import static com.interspace.chassis.caller.Role.CUSTOMER;
import static com.interspace.chassis.caller.Role.MANAGER;
import static com.interspace.chassis.caller.Role.OPS;
import static com.interspace.chassis.caller.Role.PARTNER;

import com.interspace.chassis.caller.CurrentCaller;
import com.interspace.chassis.page.Limit;
import com.interspace.chassis.page.Page;
import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.usecase.ReadAttachment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files of a ticket over HTTP. We hand them out and never show them. */
@Path("/v1/tickets/{id}/attachments")
@Tag(name = "Attachments")
public class AttachmentResource {

    private final AttachmentIntake intake;
    private final ReadAttachment readAttachment;
    private final CurrentCaller current;

    @Inject
    AttachmentResource(AttachmentIntake intake, ReadAttachment readAttachment, CurrentCaller current) {
        this.intake = intake;
        this.readAttachment = readAttachment;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER})
    @Operation(
            operationId = "addAttachment",
            summary = "Add a file to a ticket",
            description = "At most 25 MB a file and 50 files a ticket.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    public Response add(@PathParam("id") String id, @RestForm("file") FileUpload file) {
        try {
            return intake.take(id, UploadedFile.of(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(operationId = "listAttachments", summary = "The files of a ticket, oldest first")
    public Page<AttachmentView> list(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        int rows = Limit.parse(limit);
        return Page.of(
                        readAttachment.list(id, SequenceCursor.parse(cursor), rows, current.get()),
                        rows,
                        attachment -> SequenceCursor.after(attachment.sequence()))
                .map(AttachmentView::of);
    }

    @GET
    @Path("/{attachmentId}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({CUSTOMER, PARTNER, AGENT, MANAGER, OPS})
    @Operation(
            operationId = "downloadAttachment",
            summary = "Download a file",
            description = "Always as a download, never to be shown in a browser.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(@PathParam("id") String id, @PathParam("attachmentId") String attachmentId) {
        Attachment file = readAttachment.find(id, attachmentId, current.get());
        StreamingOutput bytes = output -> {
            try (InputStream stored = readAttachment.bytesOf(file)) {
                stored.transferTo(output);
            }
        };
        return Response.ok(bytes, file.contentType())
                .header("Content-Length", file.size())
                .header("Content-Disposition", ContentDisposition.attachment(file.fileName()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store")
                .header("ETag", "\"" + file.sha256() + "\"")
                .build();
    }
}
