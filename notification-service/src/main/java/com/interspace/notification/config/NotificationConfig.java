package com.interspace.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of this service. */
@ConfigMapping(prefix = "interspace.notification")
public interface NotificationConfig {

    /**
     * What Message-IDs are signed with. Whoever follows answers to our messages needs the same. There is no default
     * outside tests and the local system.
     */
    String signingSecret();

    /** What stands behind the @ of our Message-IDs. */
    @WithDefault("interspace.example")
    String mailDomain();

    /** Where issued documents are fetched: the origin that forwards to the services which issue them. */
    URI documentsUrl();

    SupportSettings support();

    SmtpSettings smtp();

    DeliverySettings delivery();

    HouseSettings house();

    /**
     * The chat rooms of operations by severity, critical and warning: addresses of incoming webhooks as Slack and
     * Mattermost take them. Without an address nothing is said there.
     */
    Map<String, URI> chat();

    BounceSettings bounces();

    /** How long messages and what they were written from are kept, counted from their beginning. */
    @WithDefault("P400D")
    Duration keep();

    /** How long an address is left alone that mail came back from. */
    @WithDefault("P400D")
    Duration keepUndeliverable();

    /** How people reach the centre; messages come from here. */
    interface SupportSettings {

        /** The name that messages come from. */
        @WithDefault("Interspace Customer Service Centre")
        String name();

        /** The address that messages come from and answers go to. */
        @WithDefault("support@interspace.example")
        String email();

        /** Said where the service itself names no numbers. */
        Optional<List<String>> phones();
    }

    /** The mail server that takes our messages. */
    interface SmtpSettings {

        String host();

        @WithDefault("25")
        int port();

        /** Absent: without signing in. */
        Optional<String> username();

        Optional<String> password();

        /** Whether the connection is encrypted from its first byte. */
        @WithDefault("false")
        boolean tls();

        /** disabled, optional or required: whether an open connection has to be encrypted before it is used. */
        @WithDefault("required")
        StartTls startTls();
    }

    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }

    /** How messages leave. */
    interface DeliverySettings {

        /** Whether this process delivers at all. */
        @WithDefault("true")
        boolean running();

        /** Pause between two looks at what is due. */
        @WithDefault("PT0.25S")
        Duration poll();

        /** Mails under way at the same time, and as many messages to chats. */
        @WithDefault("8")
        int parallel();

        /** Webhooks under way at the same time; each endpoint gets {@link #eachEndpoint} of them at most. */
        @WithDefault("32")
        int webhooksParallel();

        /** After this long the mail server is taken for hanging, whatever it may still do. */
        @WithDefault("PT15S")
        Duration smtpTimeout();

        /** How long a document may take to arrive. */
        @WithDefault("PT10S")
        Duration documentTimeout();

        /** After this long a webhook's or a chat's other side is taken for hanging. */
        @WithDefault("PT10S")
        Duration webhookTimeout();

        /** Deliveries to one subscription under way at the same time. */
        @WithDefault("2")
        int eachEndpoint();

        /** For how long after an update further ones to the same person about the same ticket are gathered. */
        @WithDefault("PT60S")
        Duration foldFor();

        /** How long a webhook secret goes on signing after it was replaced. */
        @WithDefault("PT24H")
        Duration secretOverlap();

        /** How long a message is tried before it is given up. */
        @WithDefault("PT48H")
        Duration giveUpAfter();
    }

    /** Mailboxes of our own people who stand in no escalation matrix. */
    interface HouseSettings {

        /** The mailbox of the desk. */
        @WithDefault("operations@interspace.example")
        String operations();

        /** The mailbox of the centre's manager. */
        @WithDefault("manager@interspace.example")
        String manager();
    }

    /** The mailbox that undeliverable mail comes back to. */
    interface BounceSettings {

        /** The envelope sender of every message. */
        @WithDefault("bounces@interspace.example")
        String address();

        /** The IMAP server; absent: nobody reads the mailbox here. */
        Optional<String> host();

        @WithDefault("993")
        int port();

        /** Absent: the address. */
        Optional<String> username();

        Optional<String> password();

        /** Whether the connection is encrypted from its first byte. */
        @WithDefault("true")
        boolean tls();

        /** Pause between two looks. */
        @WithDefault("PT30S")
        Duration poll();
    }
}
