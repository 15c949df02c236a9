package com.interspace.ticketing.adapter.tmf;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.interspace.ticketing.ticket.Note;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public note. */
@Schema(name = "TroubleTicketNote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TmfNote(
        @Schema(description = "Given by us") String id,
        String author,
        @Schema(
                        description = "Given by us",
                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
                Instant date,
        String text) {

    static TmfNote of(Note note) {
        return new TmfNote(note.id().toString(), note.authorName(), note.at(), note.text());
    }
}
