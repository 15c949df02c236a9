package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.ticketing.correspondence.AlreadyDecided;
import com.interspace.ticketing.correspondence.Correspondent;
import com.interspace.ticketing.correspondence.JournaledMail;
import com.interspace.ticketing.correspondence.Mail;
import com.interspace.ticketing.correspondence.MailJournal;
import com.interspace.ticketing.correspondence.MailReader;
import com.interspace.ticketing.intake.Text;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceTerminated;
import com.interspace.ticketing.service.Services;
import com.interspace.ticketing.ticket.Channel;
import com.interspace.ticketing.ticket.Reporter;
import com.interspace.ticketing.ticket.Ticket;
import com.interspace.ticketing.ticket.TicketFinal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** An agent decides about a mail in quarantine: a ticket, a note on a ticket, or nothing. */
@ApplicationScoped
public class JudgeMail {

    private final MailJournal journal;
    private final MailReader reader;
    private final MailToTicket mailToTicket;
    private final TicketDesk desk;
    private final Services services;
    private final InstantSource time;

    @Inject
    JudgeMail(
            MailJournal journal,
            MailReader reader,
            MailToTicket mailToTicket,
            TicketDesk desk,
            Services services,
            InstantSource time) {
        this.journal = journal;
        this.reader = reader;
        this.mailToTicket = mailToTicket;
        this.desk = desk;
        this.services = services;
        this.time = time;
    }

    /** The mail as it was read. */
    @Transactional
    public Mail read(JournaledMail entry) {
        return reader.read(journal.raw(entry.id()), entry.isComplete());
    }

    /**
     * The mail becomes a ticket about a service.
     *
     * @param reporter on whose behalf: a contact of the service by id, or somebody by name; null for the sender
     * @throws NotFound when there is no such mail or service
     * @throws AlreadyDecided when the mail is not in quarantine
     * @throws ServiceTerminated when the service has ended
     * @throws Invalid when nobody can be told whose report it is
     */
    @Transactional
    public JournaledMail releaseAsTicket(long id, String serviceId, Reporter reporter, Caller caller) {
        JournaledMail entry = take(id);
        Service service =
                services.find(serviceId, caller.accountScope()).orElseThrow(() -> new NotFound("service", serviceId));
        if (service.isTerminated()) {
            throw new ServiceTerminated(service.id());
        }
        Mail mail = read(entry);
        Sender sender = new Sender(
                Actors.of(caller), Channel.EMAIL, Set.of(service.account()), reporter(mail, reporter, service));
        Ticket ticket = mailToTicket.open(mail, service.id(), null, sender);
        entry.release(ticket.id(), Actors.of(caller), time.instant());
        return entry;
    }

    /**
     * The mail becomes a public note on a ticket, in the name of its sender.
     *
     * @throws NotFound when there is no such mail or ticket
     * @throws AlreadyDecided when the mail is not in quarantine
     * @throws TicketFinal when the ticket has come to its end
     */
    @Transactional
    public JournaledMail releaseAsNote(long id, String ticketId, Caller caller) {
        JournaledMail entry = take(id);
        Ticket ticket = desk.read(ticketId, caller);
        Mail mail = read(entry);
        Correspondent sender = new Correspondent(ticket.account(), null, nameOf(mail), mail.sender(), null);
        mailToTicket.note(mail, ticket.id(), sender);
        entry.release(ticket.id(), Actors.of(caller), time.instant());
        return entry;
    }

    /**
     * The mail becomes nothing, and its sender hears nothing.
     *
     * @throws NotFound when there is no such mail
     * @throws AlreadyDecided when it is not in quarantine
     */
    @Transactional
    public JournaledMail refuse(long id, String reason, Caller caller) {
        JournaledMail entry = take(id);
        entry.refuse(Text.readable(reason), Actors.of(caller), time.instant());
        return entry;
    }

    private JournaledMail take(long id) {
        JournaledMail entry = journal.take(id).orElseThrow(() -> new NotFound("mail", Long.toString(id)));
        entry.checkQuarantined();
        return entry;
    }

    private static Reporter reporter(Mail mail, Reporter said, Service service) {
        if (said == null) {
            if (mail.sender() == null) {
                throw new Invalid("reporter", "is required: the mail's sender cannot be told");
            }
            return new Reporter(null, nameOf(mail), mail.sender(), null);
        }
        boolean unknown = said.contactId() != null
                && !said.contactId().isBlank()
                && service.contacts().byId(said.contactId()).isEmpty();
        if (unknown) {
            throw new Invalid("reporter.contactId", "must be a contact of the service");
        }
        return said;
    }

    private static String nameOf(Mail mail) {
        return Optional.ofNullable(mail.senderName()).orElse(mail.sender());
    }
}
