package com.interspace.ticketing.usecase;

import com.interspace.ticketing.correspondence.Correspondent;
import com.interspace.ticketing.correspondence.Letter;
import com.interspace.ticketing.correspondence.Mail;
import com.interspace.ticketing.correspondence.MailFile;
import com.interspace.ticketing.correspondence.Verdict;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.Actor;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Note;
import com.interspace.ticketing.ticket.Notes;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes a ticket or a note of a mail, in the caller's transaction. */
@ApplicationScoped
class MailToTicket {

    /** Where a time without a zone was read off the wall, unless the service says otherwise (centre's zone). */
    private static final ZoneId CENTRE = ZoneId.of("Europe/Sofia");

    private static final String NO_ROOM =
            "The ticket has as many files as we take, so that not all files of the mail were taken.";

    private final AcceptReport accept;
    private final CompleteTicket complete;
    private final TicketDesk desk;
    private final Notes notes;
    private final Services services;
    private final AddAttachment addAttachment;
    private final InstantSource time;

    @Inject
    MailToTicket(
            AcceptReport accept,
            CompleteTicket complete,
            TicketDesk desk,
            Notes notes,
            Services services,
            AddAttachment addAttachment,
            InstantSource time) {
        this.accept = accept;
        this.complete = complete;
        this.desk = desk;
        this.notes = notes;
        this.services = services;
        this.addAttachment = addAttachment;
        this.time = time;
    }

    /** A known sender's mail becomes a ticket. */
    Ticket open(Mail mail, Verdict.Open verdict) {
        Sender sender = sender(verdict.from());
        if (verdict.followUpOf() == null) {
            return open(mail, verdict.serviceId(), null, sender);
        }
        String introduction = "Follow-up of ticket " + verdict.followUpOf() + ".";
        Ticket ticket = open(mail, verdict.serviceId(), introduction, sender);
        link(ticket, verdict.followUpOf(), sender);
        return ticket;
    }

    /** @param serviceId null to take what the mail says */
    Ticket open(Mail mail, String serviceId, String introduction, Sender sender) {
        Letter letter = new Letter(mail);
        String named = serviceId == null ? letter.serviceId() : serviceId;
        Ticket ticket = accept.accept(letter.report(serviceId, introduction, zoneOf(named, sender.accounts())), sender);
        attach(ticket, mail.files(), sender);
        return ticket;
    }

    /**
     * A party's mail becomes a public note, and completes what the centre asked for.
     *
     * @return what of the mail was not taken; empty when all was
     */
    String note(Mail mail, String ticketId, Correspondent from) {
        Sender sender = sender(from);
        Ticket ticket = desk.take(ticketId, sender.scope(), Optional.empty(), time.instant());
        int room = addAttachment.room(ticketId);
        Mail fitting = room < mail.files().size() ? mail.withFiles(room, NO_ROOM) : mail;
        Letter letter = new Letter(fitting);
        if (letter.hasAnswers()) {
            complete.leniently(ticketId, letter.answers(zoneOf(ticket.serviceId(), sender.accounts())), sender);
        }
        say(ticket, letter.text(), sender.actor(), Channel.EMAIL);
        attach(ticket, fitting.files(), sender);
        return letter.remarks();
    }

    /** The system says something to the customer. */
    void answer(String ticketId, String text) {
        Ticket ticket = desk.take(ticketId, Optional.empty(), Optional.empty(), time.instant());
        say(ticket, text, Actor.SYSTEM, null);
    }

    private void link(Ticket ticket, String endedId, Sender sender) {
        Instant now = time.instant();
        Ticket ended = desk.take(endedId, sender.scope(), Optional.empty(), now);
        ticket.follow(ended, sender.actor(), sender.channel(), now);
        desk.put(ended, now);
        desk.put(ticket, now);
    }

    private void say(Ticket ticket, String text, Actor author, Channel through) {
        Instant now = time.instant();
        UUID noteId = UUID.randomUUID();
        ticket.noted(noteId, Visibility.PUBLIC, text, author, through, now);
        notes.add(new Note(noteId, ticket, now, author, Visibility.PUBLIC, text));
        desk.put(ticket, now);
    }

    private void attach(Ticket ticket, List<MailFile> files, Sender sender) {
        for (MailFile file : files) {
            try (InputStream bytes = file.content().open()) {
                addAttachment.add(ticket.id(), file.name(), bytes, sender);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static Sender sender(Correspondent from) {
        return Sender.byMail(
                new Reporter(from.contactId(), from.name(), from.email(), from.phone()), Set.of(from.account()));
    }

    private ZoneId zoneOf(String serviceId, Set<String> accounts) {
        return Optional.ofNullable(serviceId)
                .flatMap(id -> services.find(id, Optional.of(accounts)))
                .map(service -> ZoneId.of(service.profile().zone()))
                .orElse(CENTRE);
    }
}
