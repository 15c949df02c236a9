package com.interspace.local.part;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * SMTP and IMAP in memory. What arrives gets the headers of a {@link Reception} at the border. A mailbox appears with its first message, any password opens it (the login is the address),
 * and all of them are empty after a restart.
 */
public final class MailServer implements AutoCloseable {

    /** The centre's own mailbox; it exists from the start. */
    public static final String SUPPORT = "support@interspace.example";

    private static final String LOOPBACK = "127.0.0.1";

    private static final Logger LOG = Logger.getLogger(MailServer.class.getName());

    /** Whoever is killed in the middle of a mail ends the thread that listens to him with an exception; nobody else minds. */
    private static final ThreadGroup CONVERSATIONS = new ThreadGroup("mail") {
        @Override
        public void uncaughtException(Thread conversation, Throwable end) {
            if (end instanceof IllegalStateException) {
                LOG.info(conversation.getName() + " was broken off");
            } else {
                super.uncaughtException(conversation, end);
            }
        }
    };

    private final GreenMail server;

    /** Starts on these ports; 0 takes a free one. */
    public MailServer(int smtpPort, int imapPort) {
        ServerSetup smtp = new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        server = started(smtp, imap);
        server.setUser(SUPPORT, SUPPORT, SUPPORT);
        MessageDeliveryHandler delivery = server.getUserManager().getMessageDeliveryHandler();
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
            Reception.stamp(mail);
            return delivery.handle(mail, recipient);
        });
    }

    /** In a thread of the group, which is handed on to every thread that listens to somebody. */
    private static GreenMail started(ServerSetup... setups) {
        FutureTask<GreenMail> start = new FutureTask<>(() -> {
            GreenMail server = new GreenMail(setups);
            server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
            server.start();
            return server;
        });
        new Thread(CONVERSATIONS, start).start();
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The mail server does not start.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Every copy delivered so far, one per recipient, oldest first: a message sent twice is here twice. */
    public List<ReceivedMail> received() {
        return received(server.getUserManager().listUser().stream());
    }

    /** The same of one mailbox; no other is read. None while it does not exist. */
    public List<ReceivedMail> receivedBy(String address) {
        return received(server.getUserManager().listUser().stream()
                .filter(user -> user.getEmail().equalsIgnoreCase(address)));
    }

    private List<ReceivedMail> received(Stream<GreenMailUser> users) {
        record Delivery(String recipient, StoredMessage message) {}
        ImapHostManager mailboxes = server.getManagers().getImapHostManager();
        return users.flatMap(
                        user -> inbox(mailboxes, user).stream().map(message -> new Delivery(user.getEmail(), message)))
                .sorted(Comparator.comparing(delivery -> delivery.message().getReceivedDate()))
                .map(delivery ->
                        ReceivedMail.of(delivery.recipient(), delivery.message().getMimeMessage()))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static List<StoredMessage> inbox(ImapHostManager mailboxes, GreenMailUser user) {
        try {
            return mailboxes.getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException("The mailbox of " + user.getEmail() + " cannot be read.", e);
        }
    }
}
