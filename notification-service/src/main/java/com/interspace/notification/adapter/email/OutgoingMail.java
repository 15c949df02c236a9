package com.interspace.notification.adapter.email;

import com.interspace.notification.channel.Attachment;
import com.interspace.notification.message.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message as it is transmitted: under its own id, as text and HTML, with its document if it has one. */
final class OutgoingMail extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    OutgoingMail(Session session, Message message, Attachment attachment) throws MessagingException {
        super(session);
        id = message.messageId();
        setRecipient(RecipientType.TO, address(message.address()));
        setSentDate(Date.from(message.leavesAt()));
        setHeader("Subject", EncodedWords.of(message.subject()));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        if (message.inReplyTo().isPresent()) {
            setHeader("In-Reply-To", message.inReplyTo().get());
            setHeader("References", message.inReplyTo().get());
        }
        MimeMultipart body = body(message);
        setContent(attachment == null ? body : with(attachment, body));
    }

    /** Instead of the library's, which would be another one with each attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** As it stands: that it is one was found when the message was decided, and the rest is for the server to judge. */
    private static InternetAddress address(String address) {
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(address);
        return recipient;
    }

    private static MimeMultipart body(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static MimeMultipart with(Attachment attachment, MimeMultipart body) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(body);
        MimeBodyPart document = new MimeBodyPart();
        document.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), "application/pdf")));
        document.setFileName(attachment.fileName());
        return new MimeMultipart("mixed", words, document);
    }
}
