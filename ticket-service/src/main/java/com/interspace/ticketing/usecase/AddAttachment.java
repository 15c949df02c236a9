package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.attachment.Attachments;
import com.interspace.ticketing.attachment.FileName;
import com.interspace.ticketing.attachment.FileTooLarge;
import com.interspace.ticketing.attachment.FileTypes;
import com.interspace.ticketing.attachment.MeasuredStream;
import com.interspace.ticketing.attachment.Scanner;
import com.interspace.ticketing.attachment.StoredFile;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Somebody adds a file to a ticket. */
@ApplicationScoped
public class AddAttachment {

    /** Files that one ticket may have (centre's rule). */
    public static final int MOST_FILES = 50;

    private final TicketDesk desk;
    private final Attachments attachments;
    private final FileTypes types;
    private final Scanner scanner;
    private final InstantSource time;

    @Inject
    AddAttachment(TicketDesk desk, Attachments attachments, FileTypes types, Scanner scanner, InstantSource time) {
        this.desk = desk;
        this.attachments = attachments;
        this.types = types;
        this.scanner = scanner;
        this.time = time;
    }

    /**
     * Adds the file as this caller's; the bytes are read once and never held as a whole.
     *
     * @param fileName as its owner calls it; may be anything, even null
     * @param bytes a source that does not keep us waiting, such as a file: the ticket is locked meanwhile
     * @throws FileTooLarge when the file is larger than 25 MB
     * @throws Invalid when it is empty or the ticket has 50 files already
     */
    @Transactional(rollbackOn = Exception.class)
    public Attachment add(String ticketId, String fileName, InputStream bytes, Caller caller) throws IOException {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, caller, Optional.empty(), now);
        return add(ticket, fileName, bytes, Actors.of(caller), Actors.channelOf(caller), now);
    }

    /** The same for somebody at a lenient door, such as mail. */
    @Transactional(rollbackOn = Exception.class)
    public Attachment add(String ticketId, String fileName, InputStream bytes, Sender sender) throws IOException {
        Instant now = time.instant();
        Ticket ticket = desk.take(ticketId, sender.scope(), Optional.empty(), now);
        return add(ticket, fileName, bytes, sender.actor(), sender.channel(), now);
    }

    private Attachment add(
            Ticket ticket, String fileName, InputStream bytes, Actor author, Channel through, Instant now)
            throws IOException {
        if (room(ticket.id()) == 0) {
            throw new Invalid("file", "must not be the ticket's " + (MOST_FILES + 1) + "st; it has " + MOST_FILES);
        }
        UUID id = UUID.randomUUID();
        StoredFile file = store(id, FileName.clean(fileName), bytes);
        ticket.attached(
                new TicketEvent.AttachmentAdded(id, file.name(), file.contentType(), file.size(), file.sha256()),
                author,
                through,
                now);
        Attachment attachment = new Attachment(id, ticket.id(), ticket.version(), now, author, file, scanner.isOn());
        attachments.add(attachment);
        desk.put(ticket, now);
        return attachment;
    }

    /** How many files more the ticket may have. */
    int room(String ticketId) {
        return (int) Math.max(0, MOST_FILES - attachments.count(ticketId));
    }

    private StoredFile store(UUID id, String name, InputStream bytes) throws IOException {
        MeasuredStream measured = new MeasuredStream(bytes, FileTooLarge.LARGEST);
        attachments.write(id, measured);
        if (measured.size() == 0) {
            throw new Invalid("file", "must not be empty");
        }
        return new StoredFile(name, types.typeOf(measured.beginning(), name), measured.size(), measured.sha256());
    }
}
