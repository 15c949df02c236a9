package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Visibility;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note as its readers see it. */
@Schema(name = "Note")
record NoteView(UUID id, Instant at, String author, String party, Visibility visibility, String text) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.at(), note.authorName(), note.party(), note.visibility(), note.text());
    }
}
