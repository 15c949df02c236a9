package com.interspace.local.part;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Hands a mail to an SMTP server on this machine as it stands, byte for byte. */
public record Courier(int smtpPort) {

    private static final String MILLIS = "10000";

    /**
     * @param envelopeSender where a bounce goes; the server writes it down as Return-Path
     * @param raw headers and body
     */
    public void deliver(String envelopeSender, String recipient, byte[] raw) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(smtpPort));
        settings.setProperty("mail.smtp.from", envelopeSender);
        settings.setProperty("mail.smtp.connectiontimeout", MILLIS);
        settings.setProperty("mail.smtp.timeout", MILLIS);
        Session session = Session.getInstance(settings);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(raw)),
                    new Address[] {new InternetAddress(recipient)});
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail to " + recipient + " was not taken.", e);
        }
    }
}
