package com.interspace.systemtest.audit;

import com.interspace.local.event.Event;
import com.interspace.local.part.ReceivedMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who had to be told was told, under one id, and nothing else arrived. */
final class Messages implements Rule {

    private static final Set<String> ALWAYS_TOLD =
            Set.of("com.interspace.ticket.opened.v1", "com.interspace.escalation.level-reached.v1");

    @Override
    public String sentence() {
        return "every message is delivered under one id for its event, recipient and channel";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.of(
                        unwritten(evidence),
                        doubled(evidence),
                        failed(evidence),
                        lostMails(evidence),
                        lostWebhooks(evidence),
                        strangeMails(evidence),
                        changedMails(evidence))
                .flatMap(each -> each);
    }

    private static Stream<String> unwritten(Evidence evidence) {
        Set<String> told = evidence.saidSince().messages().stream()
                .map(Evidence.Message::eventId)
                .collect(Collectors.toSet());
        return Stream.of(Evidence.TICKET_TOPIC, Evidence.ESCALATION_TOPIC)
                .flatMap(topic -> evidence.distinct(topic).stream())
                .filter(event -> ALWAYS_TOLD.contains(event.type()) && !told.contains(event.id()))
                .map((Event event) -> "nobody is told of " + event.type() + " " + event.id() + " of " + event.key());
    }

    private static Stream<String> doubled(Evidence evidence) {
        List<Evidence.Message> messages = evidence.saidSince().messages();
        return Stream.concat(
                Evidence.duplicates(messages.stream()
                                .map(each -> each.eventId() + " to " + each.recipient() + " by " + each.channel()))
                        .map(each -> "two messages for " + each),
                Evidence.duplicates(messages.stream().map(Evidence.Message::messageId))
                        .map(each -> "two messages have the id " + each));
    }

    private static Stream<String> failed(Evidence evidence) {
        Set<String> ours = Set.copyOf(evidence.ledger().reports().values());
        return evidence.saidSince().messages().stream()
                .filter(message -> message.state().equals("failed") && ours.contains(message.ticketId()))
                .map(message -> message.messageId() + " to " + message.recipient() + " was given up");
    }

    private static Stream<String> lostMails(Evidence evidence) {
        Set<String> arrived =
                evidence.mails().stream().map(ReceivedMail::messageId).collect(Collectors.toSet());
        return evidence.said().messages().stream()
                .filter(message -> message.channel().equals("email") && message.hasLeft())
                .filter(message -> !arrived.contains(message.messageId()))
                .map(message -> message.messageId() + " counts as sent and is in no mailbox");
    }

    private static Stream<String> lostWebhooks(Evidence evidence) {
        return evidence.said().messages().stream()
                .filter(message -> message.channel().equals("webhook") && message.hasLeft())
                .filter(message -> !evidence.webhookIds().contains(message.messageId()))
                .map(message -> "webhook " + message.messageId() + " counts as sent and was not received");
    }

    private static Stream<String> strangeMails(Evidence evidence) {
        Set<String> written = evidence.saidSince().messages().stream()
                .map(Evidence.Message::messageId)
                .collect(Collectors.toSet());
        return evidence.mails().stream()
                .filter(mail -> !written.contains(mail.messageId()))
                .map(mail -> "the mail " + mail.messageId() + " to " + mail.to() + " was written by nobody");
    }

    /** A second transmission is the same mail. */
    private static Stream<String> changedMails(Evidence evidence) {
        Map<String, String> contents = new HashMap<>();
        return evidence.mails().stream()
                .filter(mail -> {
                    String content = content(mail);
                    return !content.equals(contents.merge(mail.messageId(), content, (first, again) -> first));
                })
                .map(ReceivedMail::messageId)
                .map(id -> "the mail " + id + " came a second time with other words")
                .toList()
                .stream();
    }

    private static String content(ReceivedMail mail) {
        return mail.to() + mail.subject() + mail.text();
    }
}
