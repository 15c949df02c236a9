package com.interspace.ticketing.adapter.email;

import com.interspace.ticketing.correspondence.Mail;
import com.interspace.ticketing.correspondence.MailReader;
import com.interspace.ticketing.correspondence.OwnWords;
import com.interspace.ticketing.intake.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads MIME mail, whatever its sender's program made of the standards. */
@ApplicationScoped
class MimeReader implements MailReader {

    private static final String TOO_LARGE =
            "The mail is larger than we take, so only its beginning was read. Please send large files through the panel.";
    private static final String BROKEN = "A part of the mail could not be read.";

    private static final Session SESSION = Session.getInstance(new Properties());

    @Override
    public Mail read(byte[] raw, boolean complete) {
        List<String> remarks = new ArrayList<>();
        if (!complete) {
            remarks.add(TOO_LARGE);
        }
        try {
            MimeMessage message = new MimeMessage(SESSION, new SharedByteArrayInputStream(raw));
            MimeContent content = new MimeContent(remarks);
            if (complete) {
                content.read(message);
            }
            return mail(headers(message), content, remarks);
        } catch (MessagingException unreadable) {
            remarks.add(BROKEN);
            return mail(Map.of(), new MimeContent(remarks), remarks);
        }
    }

    private static Mail mail(Map<String, List<String>> headers, MimeContent content, List<String> remarks) {
        Optional<InternetAddress> sender = sender(headers.getOrDefault("from", List.of()));
        String text = Text.readable(content.text());
        return new Mail(
                decoded(headers),
                sender.map(address -> address.getAddress().toLowerCase(Locale.ROOT))
                        .orElse(null),
                sender.map(InternetAddress::getPersonal).map(MimeReader::line).orElse(null),
                headers.getOrDefault("subject", List.of()).stream()
                        .findFirst()
                        .map(MimeReader::line)
                        .orElse(""),
                text,
                OwnWords.of(text),
                content.files(),
                remarks);
    }

    /** The one sender; a mail that names several, or none that can be read, has none. */
    private static Optional<InternetAddress> sender(List<String> from) {
        try {
            InternetAddress[] addresses =
                    from.size() == 1 ? InternetAddress.parseHeader(from.get(0), false) : new InternetAddress[0];
            if (addresses.length != 1 || addresses[0].getAddress() == null) {
                return Optional.empty();
            }
            return addresses[0].getAddress().matches("[^@\\p{Cntrl}\\s<>,;\"]+@[^@\\p{Cntrl}\\s<>,;\"]+")
                    ? Optional.of(addresses[0])
                    : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue().replaceAll("\r?\n[ \t]*", " "));
        }
        return headers;
    }

    private static Map<String, List<String>> decoded(Map<String, List<String>> headers) {
        Map<String, List<String>> decoded = new HashMap<>();
        headers.forEach((name, values) ->
                decoded.put(name, values.stream().map(EncodedWords::decode).toList()));
        return decoded;
    }

    private static String line(String raw) {
        return Text.oneLine(EncodedWords.decode(raw));
    }
}
