package com.interspace.notification.adapter.email;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.channel.Attachment;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.channel.Refused;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.config.NotificationConfig.StartTls;
import com.interspace.notification.message.Message;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * E-mail over SMTP. Each attempt has a connection for itself, which is cut when the time is up: a server that hangs
 * holds up this one attempt and nothing else. One that carried a mail may carry the next, for some seconds.
 */
@ApplicationScoped
class EmailChannel implements Channel {

    /** Long before a mail server loses patience, or a firewall forgets the connection. */
    private static final Duration UNUSED = Duration.ofSeconds(5);

    private final Session session;
    private final InternetAddress from;
    private final String bouncesTo;
    private final Duration patience;
    private final Deque<SmtpConnection> free = new ConcurrentLinkedDeque<>();
    private final ExecutorService conversations = Executors.newCachedThreadPool();

    @Inject
    EmailChannel(NotificationConfig config) throws UnsupportedEncodingException {
        this.patience = config.delivery().smtpTimeout();
        this.from =
                new InternetAddress(config.support().email(), config.support().name(), "UTF-8");
        this.bouncesTo = config.bounces().address();
        this.session = session(config);
    }

    private static Session session(NotificationConfig config) {
        NotificationConfig.SmtpSettings smtp = config.smtp();
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", smtp.host());
        settings.setProperty("mail.smtp.port", String.valueOf(smtp.port()));
        settings.setProperty("mail.smtp.localhost", config.mailDomain());
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(smtp.tls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(smtp.startTls() != StartTls.DISABLED));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(smtp.startTls() == StartTls.REQUIRED));
        settings.setProperty("mail.smtp.auth", String.valueOf(smtp.username().isPresent()));
        settings.setProperty("mail.smtp.userset", "true");
        settings.setProperty("mail.smtp.quitwait", "false");
        // Some mailboxes have names that the standard knows only in quotes; whether there is one, the server knows.
        settings.setProperty("mail.mime.address.strict", "false");
        // Who waits at such a socket can be interrupted.
        settings.setProperty("mail.smtp.usesocketchannels", "true");
        return Session.getInstance(
                settings, smtp.username().map(user -> login(user, smtp)).orElse(null));
    }

    private static Authenticator login(String user, NotificationConfig.SmtpSettings smtp) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, smtp.password().orElse(""));
            }
        };
    }

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public void send(Message message, Attachment attachment) {
        OutgoingMail mail = mail(message, attachment);
        SmtpConnection connection = take();
        Future<?> conversation = conversations.submit(() -> {
            connection.carry(mail);
            giveBack(connection);
            return null;
        });
        try {
            conversation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            throw new NotNow("The mail server did not answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            throw reasonOf(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotNow("Interrupted while the mail server was being asked");
        } finally {
            conversation.cancel(true);
        }
    }

    private OutgoingMail mail(Message message, Attachment attachment) {
        try {
            OutgoingMail mail = new OutgoingMail(session, message, attachment);
            mail.setFrom(from);
            mail.setEnvelopeFrom(bouncesTo);
            mail.saveChanges();
            return mail;
        } catch (MessagingException unfit) {
            throw new NotNow("The mail cannot be put together: " + unfit.getMessage());
        }
    }

    private SmtpConnection take() {
        SmtpConnection used = free.pollFirst();
        return used == null ? new SmtpConnection(session) : used;
    }

    private void giveBack(SmtpConnection connection) {
        if (connection.mayCarryAnother()) {
            free.addFirst(connection);
            closeUnlessUsed(connection, connection.carried());
        } else {
            connection.close();
        }
    }

    private void closeUnlessUsed(SmtpConnection connection, int carriedSoFar) {
        CompletableFuture.delayedExecutor(UNUSED.toMillis(), TimeUnit.MILLISECONDS, conversations)
                .execute(() -> {
                    if (connection.carried() == carriedSoFar && free.remove(connection)) {
                        connection.close();
                    }
                });
    }

    @PreDestroy
    void close() {
        conversations.shutdownNow();
        free.forEach(SmtpConnection::close);
    }

    /**
     * RFC 5321: 5yz is permanent, and y = 5 speaks of the mail itself. A server that refuses to talk to us at all, or
     * our password, says nothing about this message.
     */
    private static RuntimeException reasonOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode(), refused.getMessage());
            }
            if (each instanceof SMTPSendFailedException refused) {
                return answered(refused.getReturnCode(), refused.getMessage());
            }
        }
        return new NotNow("The mail server cannot be reached: " + failure.getMessage() + because(failure.getCause()));
    }

    private static String because(Throwable cause) {
        return cause == null
                ? ""
                : ": "
                        + Objects.requireNonNullElse(
                                cause.getMessage(), cause.getClass().getSimpleName());
    }

    /** @param code -1 when the connection ended instead */
    private static RuntimeException answered(int code, String line) {
        if (code < 0) {
            return new NotNow("The mail server broke off");
        }
        String answer = "The mail server answered " + code + ": "
                + line.strip().substring(3).strip();
        return code / 10 == 55 ? new Refused(answer) : new NotNow(answer);
    }
}
