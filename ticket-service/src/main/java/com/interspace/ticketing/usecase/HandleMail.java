package com.interspace.ticketing.usecase;

import com.interspace.ticketing.correspondence.JournaledMail;
import com.interspace.ticketing.correspondence.Mail;
import com.interspace.ticketing.correspondence.MailJournal;
import com.interspace.ticketing.correspondence.MailReader;
import com.interspace.ticketing.correspondence.MailState;
import com.interspace.ticketing.correspondence.MailTerms;
import com.interspace.ticketing.correspondence.Sorting;
import com.interspace.ticketing.correspondence.Verdict;
import com.interspace.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Acts upon a mail in the journal. What becomes of the mail, the ticket or note, its files and their events commit
 * together, so a crash at any moment leaves either the mail as it was or everything that it led to.
 */
@ApplicationScoped
public class HandleMail {

    /** Nobody gets more than one automatic answer about a ticket within that (centre's rule). */
    private static final Duration ONE_ANSWER = Duration.ofHours(24);

    private static final Duration HOUR = Duration.ofHours(1);

    private final MailJournal journal;
    private final MailReader reader;
    private final Sorting sorting;
    private final MailTerms terms;
    private final MailToTicket desk;
    private final InstantSource time;

    @Inject
    HandleMail(
            MailJournal journal,
            MailReader reader,
            Sorting sorting,
            MailTerms terms,
            MailToTicket desk,
            InstantSource time) {
        this.journal = journal;
        this.reader = reader;
        this.sorting = sorting;
        this.terms = terms;
        this.desk = desk;
        this.time = time;
    }

    /** A mail that has to be acted upon, the longest due first. */
    @Transactional
    public OptionalLong next() {
        return journal.nextDue(time.instant());
    }

    /** @return what has become of the mail; empty when somebody else has acted upon it */
    @Transactional
    public Optional<MailState> handle(long id) {
        Instant now = time.instant();
        Optional<JournaledMail> due = journal.takeDue(id, now);
        due.ifPresent(mail -> act(mail, now));
        return due.map(JournaledMail::state);
    }

    /** Notes that a mail could not be acted upon, in a transaction of its own. */
    @Transactional
    public void failed(long id, String reason) {
        Instant now = time.instant();
        journal.takeDue(id, now).ifPresent(mail -> mail.failed(reason, terms.firstPause(), now));
    }

    private void act(JournaledMail entry, Instant now) {
        OptionalLong copy = journal.actedUponCopy(entry);
        if (copy.isPresent()) {
            entry.duplicate(copy.getAsLong());
            return;
        }
        Mail mail = reader.read(journal.raw(entry.id()), entry.isComplete());
        entry.describe(mail);
        sorting.judge(mail, terms.serverOf(entry.mailbox())).carryOut(new Outcome(entry, mail, now));
    }

    /** One mail and what becomes of it. */
    private final class Outcome implements Verdict.Desk {

        private final JournaledMail entry;
        private final Mail mail;
        private final Instant now;

        Outcome(JournaledMail entry, Mail mail, Instant now) {
            this.entry = entry;
            this.mail = mail;
            this.now = now;
        }

        @Override
        public void ignore(Verdict.Ignore verdict) {
            entry.ignored(verdict.why(), now);
        }

        @Override
        public void quarantine(Verdict.Quarantine verdict) {
            entry.quarantined(verdict.why(), now);
        }

        @Override
        public void open(Verdict.Open verdict) {
            if (journal.openedSince(mail.sender(), now.minus(HOUR)) >= terms.mostTicketsAnHour()) {
                entry.quarantined("its sender has opened too many tickets within an hour", now);
                return;
            }
            Ticket ticket = desk.open(mail, verdict);
            entry.opened(ticket.id(), now);
        }

        @Override
        public void note(Verdict.Note verdict) {
            boolean heardToday = journal.wasAnsweredSince(mail.sender(), verdict.ticketId(), now.minus(ONE_ANSWER));
            String notTaken = desk.note(mail, verdict.ticketId(), verdict.from());
            boolean answered = !heardToday && !notTaken.isEmpty();
            if (answered) {
                desk.answer(verdict.ticketId(), notTaken);
            }
            entry.noted(verdict.ticketId(), answered, now);
        }
    }
}
