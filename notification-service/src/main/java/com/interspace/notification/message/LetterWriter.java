package com.interspace.notification.message;

import com.interspace.notification.audience.Document;
import com.interspace.notification.audience.Medium;
import com.interspace.notification.audience.Notice;
import com.interspace.notification.audience.Party;
import com.interspace.notification.audience.Person;
import com.interspace.notification.audience.PlainText;
import com.interspace.notification.audience.Recipient;
import com.interspace.notification.audience.Service;
import com.interspace.notification.audience.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the one message that a recipient gets about a notice: its identity, its thread and its words. */
public final class LetterWriter {

    /** Facts that are instants and are written out for people. */
    private static final Set<String> TIMES = Set.of(
            "at",
            "responseDue",
            "updateDue",
            "repairDue",
            "resolvedAt",
            "nextDueAt",
            "effectiveFrom",
            "rfoDue",
            "due",
            "until");

    /** Facts that people wrote and that may have several lines. */
    private static final Set<String> TEXTS = Set.of("text", "note", "reason", "resolution", "questions", "failure");

    /** The centre's rule: a resolved ticket closes by itself after 72 hours. */
    private static final Duration CLOSES_AFTER = Duration.ofHours(72);

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_SUMMARY_IN_SUBJECT = 120;

    /** Characters of what people wrote; escaped, they and the frame stay below 100 kB. */
    private static final int LONGEST_TEXT = 12_000;

    private final MessageIds ids;
    private final Wording wording;
    private final Service.Support support;
    private final String publicUrl;

    /**
     * @param support how people reach the centre when no service says otherwise
     * @param publicUrl the start of every link, without a trailing slash
     */
    public LetterWriter(MessageIds ids, Wording wording, Service.Support support, String publicUrl) {
        this.ids = ids;
        this.wording = wording;
        this.support = support;
        this.publicUrl = publicUrl;
    }

    /**
     * @param service null only for our own people, whose message does not need it
     * @param ticket null when the notice is not about one
     */
    public Message write(Notice notice, Recipient to, Service service, Ticket ticket, Instant now) {
        MailThread thread = MailThread.of(notice, service);
        String opening = ids.opening(thread, to.key());
        String messageId = notice.occasion().opensThread() ? opening : ids.about(thread, notice.eventId(), to.key());
        Map<String, Object> values = values(notice, to, service, ticket, messageId, LONGEST_TEXT);
        Wording.Letter letter =
                wording.write(template(to, notice.occasion().event().replace('.', '-')), values);
        if (to.medium() == Medium.CHAT) {
            letter = headline(letter, notice, to);
        }
        return new Message(notice, to, messageId, opening, letter, now);
    }

    /** What one person reads when several updates are told together: the content of a message that is there already. */
    public Wording.Letter updates(
            List<Notice> notices, Recipient to, Service service, Ticket ticket, String messageId) {
        Notice latest = notices.get(notices.size() - 1);
        int share = LONGEST_TEXT / notices.size();
        Map<String, Object> values = values(latest, to, service, ticket, messageId, share);
        values.put(
                "updates",
                notices.stream()
                        .map(notice -> values(notice, to, service, ticket, messageId, share))
                        .toList());
        return wording.write(template(to, "ticket-updates"), values);
    }

    private static String template(Recipient to, String name) {
        return (to.party() == Party.TEAM ? "team/" : "customer/") + name;
    }

    /** A chat room reads the subject and where to look. */
    private Wording.Letter headline(Wording.Letter letter, Notice notice, Recipient to) {
        String link = notice.ticketId() == null ? "" : "\n" + publicUrl + "/v1/tickets/" + notice.ticketId();
        return new Wording.Letter(to.key() + " " + letter.subject(), letter.subject() + link, "");
    }

    private Map<String, Object> values(
            Notice notice, Recipient to, Service service, Ticket ticket, String messageId, int longestText) {
        Map<String, Object> values = new HashMap<>();
        putCentre(values, service);
        putTicket(values, notice, ticket);
        putFacts(values, notice, service == null ? ZoneOffset.UTC : service.zone(), longestText);
        putService(values, notice, service);
        putDocument(values, notice.facts().document());
        values.put("event", notice.occasion().event());
        values.put("because", to.as().because());
        values.put("name", PlainText.line(to.name() == null ? "colleague" : to.name(), LONGEST_LINE));
        values.put("reference", MessageIds.reference(messageId));
        return values;
    }

    private void putCentre(Map<String, Object> values, Service service) {
        Service.Support reach = service == null || service.support().email() == null ? support : service.support();
        values.put("support", PlainText.line(reach.email(), LONGEST_LINE));
        values.put("phones", PlainText.line(String.join(", ", reach.phones()), LONGEST_LINE));
        values.put("publicUrl", publicUrl);
    }

    private static void putTicket(Map<String, Object> values, Notice notice, Ticket ticket) {
        if (ticket == null) {
            return;
        }
        values.put("ticketId", notice.ticketId());
        values.put("priority", ticket.priority());
        values.put("status", ticket.status());
        values.put("summary", ticket.summary());
    }

    private static void putFacts(Map<String, Object> values, Notice notice, ZoneId zone, int longestText) {
        values.put("at", WrittenTime.of(notice.happenedAt(), zone));
        values.put("closesAt", WrittenTime.of(notice.happenedAt().plus(CLOSES_AFTER), zone));
        notice.facts().words().forEach((name, word) -> values.put(name, written(name, word, zone, longestText)));
        values.put(
                "persons",
                notice.facts().persons().stream()
                        .map(Person::name)
                        .map(name -> PlainText.line(name, LONGEST_LINE))
                        .collect(Collectors.joining(", ")));
        values.put("shortSummary", PlainText.line((String) values.get("summary"), LONGEST_SUMMARY_IN_SUBJECT));
        values.put("statusMeaning", meaningOf((String) values.get("status")));
        values.put("causeMeaning", causeOf(notice.facts().word("cause")));
        values.put("courtesy", Courtesy.to(notice.facts().word("language")));
        values.put("closing", closingOf(notice.facts().word("reason")));
    }

    private static Object written(String name, String word, ZoneId zone, int longestText) {
        if (TIMES.contains(name)) {
            return WrittenTime.of(Instant.parse(word), zone);
        }
        return TEXTS.contains(name) ? PlainText.lines(word, longestText) : PlainText.line(word, LONGEST_LINE);
    }

    private static void putService(Map<String, Object> values, Notice notice, Service service) {
        values.put("account", PlainText.line(notice.account(), LONGEST_LINE));
        values.put("serviceId", PlainText.line(notice.serviceId(), LONGEST_LINE));
        values.put("matrix", service != null && service.hasEscalationMatrix());
        values.put("product", service == null ? "" : PlainText.line(service.product(), LONGEST_LINE));
    }

    private void putDocument(Map<String, Object> values, Document document) {
        if (document != null) {
            values.put("documentNumber", PlainText.line(document.number(), LONGEST_LINE));
            values.put("documentVersion", document.version());
            values.put("documentFile", document.fileName());
            values.put("documentSha256", document.pdfSha256());
            values.put("documentLink", publicUrl + document.verificationPath());
        }
    }

    private static String closingOf(String reason) {
        return switch (String.valueOf(reason)) {
            case "confirmed" -> "because the repair was confirmed";
            case "timeout" -> "because " + CLOSES_AFTER.toHours() + " hours passed without an answer";
            default -> "";
        };
    }

    private static String causeOf(String cause) {
        return switch (String.valueOf(cause)) {
            case "age" -> "its age";
            case "breach" -> "a target that was missed";
            case "customer" -> "the customer's request";
            default -> "a decision of the service centre";
        };
    }

    private static String meaningOf(String status) {
        return switch (String.valueOf(status)) {
            case "acknowledged" -> "recorded; an engineer will take it up";
            case "inProgress" -> "an engineer is working on it";
            case "pending" -> "we wait for you, or for the time that we agreed on";
            case "held" -> "we wait for a third party or for spare parts; our targets keep running";
            case "resolved" -> "the fault is repaired; we wait for you to confirm";
            case "closed" -> "finished";
            case "cancelled" -> "withdrawn";
            case "rejected" -> "not accepted";
            default -> "";
        };
    }
}
