package com.interspace.notification.adapter.email;

import com.interspace.notification.audience.Medium;
import com.interspace.notification.channel.Attachment;
import com.interspace.notification.channel.Channel;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.channel.Refused;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.message.Message;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * E-mail over SMTP. Each attempt has a connection for itself, which is cut when the time is up: a server that hangs
 * holds up this one attempt and nothing else. One that carried a mail may carry the next; one on which anything went
 * wrong is never used again.
 */
@ApplicationScoped
class EmailChannel implements Channel {

    /** Long before a mail server loses patience, or a firewall forgets the connection. */
    private static final Duration UNUSED = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final MailConfig server;
    private final String from;
    private final String bouncesTo;
    private final Duration patience;
    private final Deque<SmtpConnection> free = new ConcurrentLinkedDeque<>();

    @Inject
    EmailChannel(Vertx vertx, NotificationConfig config) {
        this.vertx = vertx;
        this.patience = config.delivery().smtpTimeout();
        this.from = config.support().email() + " (" + config.support().name() + ")";
        this.bouncesTo = config.bounces().address();
        this.server = server(config);
    }

    private MailConfig server(NotificationConfig config) {
        NotificationConfig.SmtpSettings smtp = config.smtp();
        MailConfig settings = new MailConfig()
                .setHostname(smtp.host())
                .setPort(smtp.port())
                .setOwnHostname(config.mailDomain())
                .setSsl(smtp.tls())
                .setStarttls(StartTLSOptions.valueOf(smtp.startTls().name()))
                .setLogin(smtp.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(1)
                .setKeepAliveTimeout((int) UNUSED.toSeconds());
        settings.setConnectTimeout((int) patience.toMillis());
        settings.setIdleTimeout((int) patience.toSeconds());
        smtp.username().ifPresent(settings::setUsername);
        smtp.password().ifPresent(settings::setPassword);
        return settings;
    }

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public void send(Message message, Attachment attachment) {
        SmtpConnection connection = take();
        try {
            connection.carry(mail(message, attachment), patience);
        } catch (TimeoutException hanging) {
            throw new NotNow("The mail server did not answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            throw reasonOf(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotNow("Interrupted while the mail server was being asked");
        } finally {
            giveBack(connection);
        }
    }

    private SmtpConnection take() {
        SmtpConnection used = free.pollFirst();
        return used == null ? new SmtpConnection(vertx, server) : used;
    }

    private void giveBack(SmtpConnection connection) {
        if (connection.mayCarryAnother()) {
            free.addFirst(connection);
        } else {
            connection.close();
        }
    }

    @PreDestroy
    void close() {
        free.forEach(SmtpConnection::close);
    }

    /**
     * RFC 5321: 5yz is permanent, and y = 5 speaks of the mail itself. A server that refuses to talk to us at all, or
     * our password, says nothing about this message.
     */
    private static RuntimeException reasonOf(Throwable failure) {
        if (failure instanceof SMTPException smtp) {
            boolean atTheDoor = smtp.getMessage() != null && smtp.getMessage().startsWith("got error response");
            String answer = "The mail server answered " + smtp.getReplyCode() + ": " + smtp.getReplyMessage();
            return smtp.isPermanent() && smtp.getReplyCode() / 10 == 55 && !atTheDoor
                    ? new Refused(answer)
                    : new NotNow(answer);
        }
        return new NotNow("The mail server cannot be reached: " + failure.getMessage());
    }

    private MailMessage mail(Message message, Attachment attachment) {
        MailMessage mail = new MailMessage()
                .setFrom(from)
                .setBounceAddress(bouncesTo)
                .setTo(message.address())
                .setText(message.text())
                .setHtml(message.html())
                .setHeaders(headers(message));
        if (attachment != null) {
            mail.setAttachment(MailAttachment.create()
                    .setName(attachment.fileName())
                    .setContentType("application/pdf")
                    .setDisposition("attachment")
                    .setData(Buffer.buffer(attachment.bytes())));
        }
        return mail;
    }

    private static MultiMap headers(Message message) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("Subject", EncodedWords.of(message.subject()))
                .set("Message-ID", message.messageId())
                .set("Auto-Submitted", "auto-generated")
                .set("X-Auto-Response-Suppress", "All");
        message.inReplyTo()
                .ifPresent(opening -> headers.set("In-Reply-To", opening).set("References", opening));
        return headers;
    }
}
