package com.interspace.ticketing.person;

import java.time.Instant;
import java.util.List;

/** Everything that this service keeps of a person, to be handed to him. */
public record PersonalData(List<Reported> tickets, List<Said> notes, List<File> files, List<Mailed> mails) {

    /** What a ticket says of who reported it. */
    public record Reported(
            String ticketId, Instant createdAt, String summary, String name, String email, String phone) {}

    /** A note that he wrote. */
    public record Said(String ticketId, Instant at, String text) {}

    /** A file that he added; its bytes are fetched from the ticket. */
    public record File(String ticketId, String attachmentId, Instant at, String fileName) {}

    /** A mail from him in the journal. */
    public record Mailed(String mailId, Instant receivedAt, String sender, String senderName, String subject) {}
}
