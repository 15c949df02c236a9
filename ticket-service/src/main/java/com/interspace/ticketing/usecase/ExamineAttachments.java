package com.interspace.ticketing.usecase;

import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.attachment.Attachments;
import com.interspace.ticketing.attachment.Scanner;
import com.interspace.ticketing.attachment.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Held files are shown to the scanner. Without its word they stay where they are. */
@ApplicationScoped
public class ExamineAttachments {

    /** After that, a file without a verdict is tried again, also when the process that tried it has died. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final Attachments attachments;
    private final Scanner scanner;
    private final InstantSource time;

    @Inject
    ExamineAttachments(Attachments attachments, Scanner scanner, InstantSource time) {
        this.attachments = attachments;
        this.scanner = scanner;
        this.time = time;
    }

    /** The next held file that is due, now spoken for. */
    @Transactional
    public Optional<Attachment> next() {
        Optional<Attachment> due = attachments.takeDueForExamination(time.instant());
        due.ifPresent(attachment -> attachment.examinedAgainAt(time.instant().plus(AGAIN_AFTER)));
        return due;
    }

    /** @throws IOException when the scanner gives no verdict */
    public Verdict ask(Attachment attachment) throws IOException {
        try (InputStream bytes = attachments.read(attachment.id())) {
            return scanner.examine(bytes);
        }
    }

    @Transactional
    public void decide(Attachment examined, Verdict verdict) {
        Attachment attachment =
                attachments.find(examined.ticketId(), examined.id()).orElseThrow();
        attachment.examined(verdict);
        if (verdict == Verdict.DANGEROUS) {
            attachments.erase(attachment.id());
        }
    }
}
