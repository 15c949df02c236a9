package com.interspace.notification.adapter.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/**
 * A connection to the mail server that carries one mail at a time. Before each further one the server is asked whether
 * it is still there (RSET), and connected to anew if not. One on which anything went wrong is closed and never used
 * again.
 */
final class SmtpConnection {

    /** Mail servers allow a hundred or more of a connection; then they refuse the next. */
    private static final int MOST = 50;

    private final Transport transport;
    private volatile int carried;

    SmtpConnection(Session session) {
        try {
            transport = session.getTransport("smtp");
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail library does not speak SMTP.", e);
        }
    }

    /**
     * Returns when the server has accepted the mail, however long that takes; an interrupt breaks it off.
     *
     * @throws MessagingException with what the server, or the network, said
     */
    void carry(MimeMessage mail) throws MessagingException {
        boolean accepted = false;
        try {
            if (!transport.isConnected()) {
                transport.connect();
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            accepted = true;
            carried++;
        } finally {
            if (!accepted) {
                close();
            }
        }
    }

    /** How many mails so far. */
    int carried() {
        return carried;
    }

    boolean mayCarryAnother() {
        return carried < MOST;
    }

    /** Takes leave of the server, and waits for no answer. */
    void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // the server has left before us
        }
    }
}
