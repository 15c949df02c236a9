package com.interspace.ticketing.attachment;

import com.interspace.ticketing.ticket.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody added to a ticket. It is never changed and never shown by us, only handed out, and only once
 * it is <em>available</em>: where files are scanned, it is <em>held</em> until the scanner has found nothing.
 */
@Entity
public class Attachment {

    @Id
    private UUID id;

    private String ticketId;
    private long sequence;
    private Instant at;
    private String authorId;
    private String authorName;
    private String party;
    private String fileName;
    private String contentType;
    private long size;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private AttachmentState state;

    private Instant examineAt;

    protected Attachment() {}

    /**
     * @param sequence the ticket's version that this file made
     * @param held whether it has to be examined before it may leave
     */
    public Attachment(
            UUID id, String ticketId, long sequence, Instant at, Actor author, StoredFile file, boolean held) {
        this.id = id;
        this.ticketId = ticketId;
        this.sequence = sequence;
        this.at = at;
        this.authorId = author.id();
        this.authorName = author.name();
        this.party = author.party();
        this.fileName = file.name();
        this.contentType = file.contentType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.state = held ? AttachmentState.HELD : AttachmentState.AVAILABLE;
        this.examineAt = held ? at : null;
    }

    /** The scanner has spoken. */
    public void examined(Verdict verdict) {
        state = verdict == Verdict.CLEAN ? AttachmentState.AVAILABLE : AttachmentState.REFUSED;
        examineAt = null;
    }

    /** Somebody is about to examine it; if nothing comes of it, it is tried again at that time. */
    public void examinedAgainAt(Instant next) {
        examineAt = next;
    }

    public UUID id() {
        return id;
    }

    public String ticketId() {
        return ticketId;
    }

    /** The ticket's version that this file made; attachments of a ticket are ordered by it. */
    public long sequence() {
        return sequence;
    }

    public Instant at() {
        return at;
    }

    public String authorName() {
        return authorName;
    }

    public String party() {
        return party;
    }

    public String fileName() {
        return fileName;
    }

    /** What the bytes look like, whatever the sender said. */
    public String contentType() {
        return contentType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Of the bytes, hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public AttachmentState state() {
        return state;
    }
}
