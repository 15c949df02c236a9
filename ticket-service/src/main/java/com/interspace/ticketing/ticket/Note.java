package com.interspace.ticketing.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Something said about a ticket; never changed afterwards. */
@Entity
public class Note {

    @Id
    private UUID id;

    private String ticketId;
    private long sequence;
    private Instant at;
    private String authorId;
    private String authorName;
    private String party;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private String text;
    private UUID carriedFrom;

    protected Note() {}

    public Note(UUID id, Ticket ticket, Instant at, Actor author, Visibility visibility, String text) {
        this.id = id;
        this.ticketId = ticket.id();
        this.sequence = ticket.version();
        this.at = at;
        this.authorId = author.id();
        this.authorName = author.name();
        this.party = author.party();
        this.visibility = visibility;
        this.text = text;
    }

    /** The same words on a child of the ticket that they were said about. */
    public Note carriedTo(Ticket child, UUID newId, Instant now) {
        Note carried = new Note(newId, child, now, author(), visibility, text);
        carried.carriedFrom = id;
        return carried;
    }

    public Actor author() {
        return new Actor(authorId, authorName, party);
    }

    public String ticketId() {
        return ticketId;
    }

    public UUID id() {
        return id;
    }

    /** The ticket's version that this note made; notes of a ticket are ordered by it. */
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

    public Visibility visibility() {
        return visibility;
    }

    public String text() {
        return text;
    }
}
