package com.interspace.local.part;

import com.icegreen.greenmail.mail.MovingMessage;
import com.interspace.local.identity.Identity;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mail server at the border of a house writes on each mail: what it found out about the sender. Here whoever
 * says that he is a customer of the demo is believed: this server is for one machine. A mail that comes with results
 * of its own keeps them, so that a forged or a failed one can be played, too.
 */
public final class Reception {

    /** The name under which the results stand. */
    public static final String AUTHENTICATION_SERVER = "mail.interspace.example";

    private static final String RESULTS = "Authentication-Results";

    private static final Set<String> DOMAINS = Identity.all().stream()
            .filter(identity -> identity.name().contains("@"))
            .map(identity -> domainOf(identity.name()))
            .collect(Collectors.toUnmodifiableSet());

    private Reception() {}

    static void stamp(MovingMessage mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        if (message.getHeader(RESULTS) == null) {
            message.addHeader(RESULTS, AUTHENTICATION_SERVER + "; " + resultOf(message));
        }
    }

    private static String resultOf(MimeMessage message) throws MessagingException {
        String from = Optional.ofNullable(message.getHeader("From", ",")).orElse("");
        try {
            InternetAddress[] senders = InternetAddress.parseHeader(from, false);
            String domain = senders.length == 1 ? domainOf(senders[0].getAddress()) : "";
            return DOMAINS.contains(domain) ? "dmarc=pass header.from=" + domain : "dmarc=none";
        } catch (AddressException unreadable) {
            return "dmarc=none";
        }
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
