package com.interspace.ticketing.usecase;

import com.interspace.ticketing.correspondence.ArrivedMail;
import com.interspace.ticketing.correspondence.ContentDigest;
import com.interspace.ticketing.correspondence.MailJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Writes a mail down as it came, in a transaction of its own, before its mailbox is told. */
@ApplicationScoped
public class JournalMail {

    private final MailJournal journal;
    private final InstantSource time;

    @Inject
    JournalMail(MailJournal journal, InstantSource time) {
        this.journal = journal;
        this.time = time;
    }

    /** When it returns the mail is safe, whether it was written down now or before. */
    @Transactional
    public void take(ArrivedMail mail) {
        String place = mail.mailbox() + " " + mail.uidValidity() + " " + mail.uid();
        journal.add(mail, ContentDigest.of(mail.raw(), place), time.instant());
    }

    /** The highest number taken from this generation of this mailbox; empty when none was. */
    @Transactional
    public OptionalLong lastUid(String mailbox, long uidValidity) {
        return journal.lastUid(mailbox, uidValidity);
    }
}
