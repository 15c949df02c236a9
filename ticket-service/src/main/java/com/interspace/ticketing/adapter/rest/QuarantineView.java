package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.correspondence.JournaledMail;
import com.interspace.ticketing.correspondence.Mail;
import com.interspace.ticketing.correspondence.MailFile;
import com.interspace.ticketing.correspondence.MailState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail that waits for an agent, or waited.
 *
 * @param why why it was not acted upon
 * @param text only for one mail, not in the list
 * @param files their names; only for one mail, not in the list
 * @param ticketId what it became when it was released
 */
@Schema(name = "QuarantinedMail")
record QuarantineView(
        String id,
        String mailbox,
        Instant receivedAt,
        long size,
        Sender from,
        String subject,
        MailState state,
        String why,
        String text,
        List<String> files,
        List<String> remarks,
        String ticketId,
        Decision decision) {

    /** Who the mail says that it is from; nothing proves it. */
    @Schema(name = "QuarantinedMailSender")
    record Sender(String email, String name) {}

    @Schema(name = "QuarantineDecision")
    record Decision(String by, Instant at, String reason) {}

    static QuarantineView of(JournaledMail entry) {
        return of(entry, null, null, null);
    }

    static QuarantineView of(JournaledMail entry, Mail mail) {
        return of(
                entry,
                mail.text(),
                mail.files().stream()
                        .map(MailFile::name)
                        .map(QuarantineView::named)
                        .toList(),
                mail.remarks());
    }

    private static QuarantineView of(JournaledMail entry, String text, List<String> files, List<String> remarks) {
        return new QuarantineView(
                Long.toString(entry.id()),
                entry.mailbox(),
                entry.receivedAt(),
                entry.size(),
                new Sender(entry.sender(), entry.senderName()),
                entry.subject(),
                entry.state(),
                entry.why(),
                text,
                files,
                remarks,
                entry.ticketId(),
                entry.decidedAt() == null
                        ? null
                        : new Decision(entry.decidedBy(), entry.decidedAt(), entry.decision()));
    }

    private static String named(String name) {
        return name == null ? "without a name" : name;
    }
}
