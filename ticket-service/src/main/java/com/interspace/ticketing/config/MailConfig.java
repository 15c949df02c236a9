package com.interspace.ticketing.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How mail comes in. */
@ConfigMapping(prefix = "interspace.ticket.mail")
public interface MailConfig {

    /**
     * What notification-service signs its Message-IDs with; the same in both. Absent: no answer is known by its
     * mark, only by the number in its subject.
     */
    Optional<String> signingSecret();

    /** The mailboxes by name; the name stands in the journal, so it stays what it is. */
    Map<String, Mailbox> mailboxes();

    /** Whether this process takes and handles mail by itself; off in tests that do so by hand. */
    @WithDefault("true")
    boolean running();

    /** Mail is looked for this often, even when the server promises to say so (IDLE); at most 9 minutes. */
    @WithDefault("PT60S")
    Duration poll();

    /** A server that says nothing for this long beyond the pause between two looks is given up and called again. */
    @WithDefault("PT30S")
    Duration patience();

    /** Longest pause before a server is called again that does not answer; the first is a second. */
    @WithDefault("PT60S")
    Duration longestBackOff();

    /** In bytes, as it lies in the mailbox; of a larger mail only the headers are taken. */
    @WithDefault("26214400")
    int largest();

    /** Pause before a mail that could not be acted upon is tried again; doubles, and after five tries a person looks. */
    @WithDefault("PT2S")
    Duration firstPause();

    /** New tickets that one sender may open within an hour; more wait for an agent. */
    @WithDefault("20")
    int mostTicketsAnHour();

    /** How long the journal is kept. */
    @WithDefault("P400D")
    Duration keep();

    interface Mailbox {

        /** Its address: mail from there is our own. */
        String address();

        /** The IMAP server; absent: the mailbox is not read. */
        Optional<String> host();

        @WithDefault("993")
        int port();

        /** Whether the connection is encrypted from its first byte. */
        @WithDefault("true")
        boolean tls();

        /** Absent: the address. */
        Optional<String> username();

        Optional<String> password();

        @WithDefault("INBOX")
        String folder();

        /** Where mail is moved that has been taken; absent: it stays and is marked as read. */
        Optional<String> archive();

        /**
         * The authserv-id under which this mailbox's server writes Authentication-Results. Absent: no sender is
         * believed but one who answers a message of ours. That server must remove such headers from outside.
         */
        Optional<String> authenticationServer();
    }
}
