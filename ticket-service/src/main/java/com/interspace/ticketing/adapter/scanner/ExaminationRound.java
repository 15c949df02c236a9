package com.interspace.ticketing.adapter.scanner;

import com.interspace.chassis.config.Worker;
import com.interspace.ticketing.attachment.Attachment;
import com.interspace.ticketing.attachment.Scanner;
import com.interspace.ticketing.attachment.Verdict;
import com.interspace.ticketing.usecase.ExamineAttachments;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes held files to the scanner, one after the other, outside of any transaction. */
@ApplicationScoped
public class ExaminationRound {

    private static final Logger LOG = Logger.getLogger(ExaminationRound.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final ExamineAttachments examine;
    private final Scanner scanner;
    private final Worker worker;

    @Inject
    ExaminationRound(ExamineAttachments examine, Scanner scanner) {
        this.examine = examine;
        this.scanner = scanner;
        this.worker = new Worker("attachment-examination", REST, this::goRound);
    }

    void start(@Observes StartupEvent started) {
        if (scanner.isOn()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Examines everything that is due. */
    public void goRound() {
        for (Optional<Attachment> next = examine.next(); next.isPresent(); next = examine.next()) {
            examine(next.get());
        }
    }

    private void examine(Attachment attachment) {
        try {
            Verdict verdict = examine.ask(attachment);
            examine.decide(attachment, verdict);
            if (verdict == Verdict.DANGEROUS) {
                LOG.warnf("The scanner refused file %s of %s", attachment.id(), attachment.ticketId());
            }
        } catch (IOException away) {
            LOG.warnf("File %s stays held, the scanner gives no verdict: %s", attachment.id(), away.getMessage());
        }
    }
}
