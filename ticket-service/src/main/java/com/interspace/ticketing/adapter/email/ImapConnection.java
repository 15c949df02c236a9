package com.interspace.ticketing.adapter.email;

import com.interspace.ticketing.config.MailConfig;
import com.interspace.ticketing.correspondence.ArrivedMail;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One connection to one mailbox, with a limit on everything that could hang. */
final class ImapConnection implements AutoCloseable {

    private static final String MILLIS_TO_CONNECT = "15000";
    private static final String FETCHED_AT_ONCE = "1048576";
    private static final String IDLE = "IDLE";
    private static final Flags COPIED_AWAY = copiedAway();

    /** Not the envelope: a server that cannot read the addresses of a mail fails to make one. */
    private static final FetchProfile OUTSIDE = outside();

    private final String name;
    private final int largest;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Folder archive;
    private boolean movedSinceOpened;

    /**
     * Connects and opens the mailbox.
     *
     * @param name of the mailbox in our settings
     * @param silence the server may say nothing for this long before the connection is given up
     */
    ImapConnection(String name, MailConfig.Mailbox mailbox, int largest, Duration silence) throws MessagingException {
        this.name = name;
        this.largest = largest;
        Session session = Session.getInstance(properties(mailbox, silence));
        store = (IMAPStore) session.getStore(mailbox.tls() ? "imaps" : "imap");
        try {
            store.connect(
                    mailbox.host().orElseThrow(),
                    mailbox.port(),
                    mailbox.username().orElse(mailbox.address()),
                    mailbox.password().orElse(""));
            folder = (IMAPFolder) store.getFolder(mailbox.folder());
            archive = mailbox.archive().isPresent()
                    ? existing(store.getFolder(mailbox.archive().get()))
                    : null;
            folder.open(Folder.READ_WRITE);
        } catch (MessagingException refused) {
            close();
            throw refused;
        }
    }

    private static Properties properties(MailConfig.Mailbox mailbox, Duration silence) {
        String protocol = mailbox.tls() ? "mail.imaps." : "mail.imap.";
        Properties properties = new Properties();
        properties.setProperty(protocol + "connectiontimeout", MILLIS_TO_CONNECT);
        properties.setProperty(protocol + "timeout", Long.toString(silence.toMillis()));
        properties.setProperty(protocol + "writetimeout", MILLIS_TO_CONNECT);
        properties.setProperty(protocol + "fetchsize", FETCHED_AT_ONCE);
        properties.setProperty(protocol + "peek", "true");
        properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        return properties;
    }

    private static FetchProfile outside() {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        return profile;
    }

    private static Flags copiedAway() {
        Flags flags = new Flags(Flags.Flag.DELETED);
        flags.add(Flags.Flag.SEEN);
        return flags;
    }

    private static Folder existing(Folder folder) throws MessagingException {
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    /** The generation of the mailbox's numbers. */
    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /**
     * The numbers that have to be taken: above the last one taken, read by somebody or not, and whatever is unread.
     * Of a mailbox that we have never taken from, only what is unread.
     */
    List<Long> untaken(OptionalLong last) throws MessagingException {
        openAfreshOnceMailsWereMoved();
        Message[] unread;
        int known;
        do {
            // What the server announces together with its answer is not in the answer, and is not announced again.
            known = folder.getMessageCount();
            unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        } while (folder.getMessageCount() != known);
        TreeSet<Long> numbers = numbersOf(unread);
        if (last.isPresent()) {
            Message[] since = folder.getMessagesByUID(last.getAsLong() + 1, UIDFolder.LASTUID);
            // The server answers with its last message even when that is an older one.
            numbers.addAll(numbersOf(since).tailSet(last.getAsLong(), false));
        }
        return List.copyOf(numbers);
    }

    /** There are servers that count wrongly what comes while a mail moves away; it would stay out of sight. */
    private void openAfreshOnceMailsWereMoved() throws MessagingException {
        if (movedSinceOpened) {
            folder.close(false);
            folder.open(Folder.READ_WRITE);
            movedSinceOpened = false;
        }
    }

    private TreeSet<Long> numbersOf(Message[] messages) throws MessagingException {
        FetchProfile number = new FetchProfile();
        number.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, number);
        TreeSet<Long> numbers = new TreeSet<>();
        for (Message message : messages) {
            numbers.add(folder.getUID(message));
        }
        return numbers;
    }

    /** Reads a mail; of one that is too large only the headers. Null when it has gone. */
    ArrivedMail fetch(long uid) throws MessagingException, IOException {
        IMAPMessage message = (IMAPMessage) folder.getMessageByUID(uid);
        if (message == null) {
            return null;
        }
        folder.fetch(new Message[] {message}, OUTSIDE);
        boolean complete = message.getSize() <= largest;
        byte[] raw = complete ? bytes(message) : headers(message);
        return new ArrivedMail(name, uidValidity(), uid, received(message), message.getSize(), complete, raw);
    }

    /** A mail whose bytes the server does not give out: its place is taken, so that a person hears of it. */
    ArrivedMail unreadable(long uid) throws MessagingException {
        return new ArrivedMail(name, uidValidity(), uid, new Date().toInstant(), 0, false, new byte[0]);
    }

    /**
     * Tells the mailbox that a mail is safe with us, in one command: were a mail marked as read first and moved then,
     * one that was only marked when we died would stay for ever.
     */
    void taken(long uid) throws MessagingException {
        Message message = folder.getMessageByUID(uid);
        if (message == null) {
            return;
        }
        Message[] one = {message};
        if (archive == null) {
            message.setFlag(Flags.Flag.SEEN, true);
        } else if (store.hasCapability("MOVE")) {
            folder.moveMessages(one, archive);
            movedSinceOpened = true;
        } else {
            folder.copyMessages(one, archive);
            folder.setFlags(one, COPIED_AWAY, true);
        }
    }

    boolean saysWhenMailComes() throws MessagingException {
        return store.hasCapability(IDLE);
    }

    /** Returns when the server has news, or when somebody calls {@link #wake}. */
    void awaitNews() throws MessagingException {
        folder.idle(true);
    }

    /** Ends the waiting for news: any command does. */
    void wake() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException gone) {
            // There is nothing left to close.
            return;
        }
    }

    private static byte[] bytes(IMAPMessage message) throws MessagingException, IOException {
        try (var stream = message.getMimeStream()) {
            return stream.readAllBytes();
        }
    }

    private static byte[] headers(IMAPMessage message) throws MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (Header header : Collections.list(message.getAllHeaders())) {
            raw.writeBytes(
                    (header.getName() + ": " + header.getValue() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        raw.writeBytes(new byte[] {'\r', '\n'});
        return raw.toByteArray();
    }

    private static Instant received(IMAPMessage message) throws MessagingException {
        Date received = message.getReceivedDate();
        return received == null ? Instant.EPOCH : received.toInstant();
    }
}
