package com.interspace.notification.adapter.bounce;

import com.interspace.chassis.config.Worker;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.usecase.TakeBounce;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * Reads the mailbox that undeliverable mail comes back to. A mail is marked as seen only after what it says is written
 * down; read twice, it says nothing new. What is no bounce is marked and left where it is.
 */
@ApplicationScoped
class BounceMailbox {

    private static final Logger LOG = Logger.getLogger(BounceMailbox.class);
    private static final String PATIENCE_MILLIS = "10000";
    private static final int AT_ONCE = 200;

    private final NotificationConfig.BounceSettings settings;
    private final TakeBounce takeBounce;
    private final MeterRegistry metrics;
    private final Session session;
    private final Worker worker;

    @Inject
    BounceMailbox(NotificationConfig config, TakeBounce takeBounce, MeterRegistry metrics) {
        this.settings = config.bounces();
        this.takeBounce = takeBounce;
        this.metrics = metrics;
        this.session = Session.getInstance(properties(settings.tls()));
        this.worker = new Worker("bounce-mailbox", settings.poll(), this::look);
    }

    void start(@Observes StartupEvent started) {
        if (settings.host().isPresent()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private static Properties properties(boolean tls) {
        Properties properties = new Properties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.imap." + limit, PATIENCE_MILLIS);
            properties.setProperty("mail.imaps." + limit, PATIENCE_MILLIS);
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        properties.setProperty("mail.store.protocol", tls ? "imaps" : "imap");
        return properties;
    }

    private void look() {
        try (Store store = session.getStore()) {
            store.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.username().orElse(settings.address()),
                    settings.password().orElse(""));
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                read(inbox);
            }
        } catch (MessagingException away) {
            LOG.warnf("The mailbox of bounces cannot be read now: %s", away.getMessage());
        }
    }

    private void read(Folder inbox) throws MessagingException {
        Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int i = 0; i < Math.min(unseen.length, AT_ONCE); i++) {
            count(take(unseen[i]));
            unseen[i].setFlag(Flags.Flag.SEEN, true);
        }
    }

    private String take(Message mail) throws MessagingException {
        try {
            Optional<DeliveryReport> report = DeliveryReport.in(mail);
            if (report.isEmpty()) {
                return "no-bounce";
            }
            DeliveryReport bounce = report.get();
            return takeBounce.of(bounce.messageId(), bounce.recipient(), bounce.reason()) ? "taken" : "not-ours";
        } catch (IOException broken) {
            LOG.warnf("A mail among the bounces cannot be read: %s", broken.getMessage());
            return "broken";
        }
    }

    private void count(String outcome) {
        metrics.counter("interspace.notification.bounces", "outcome", outcome).increment();
    }
}
