package com.interspace.ticketing.correspondence;

import com.interspace.ticketing.intake.ReportForm;
import java.time.ZoneId;
import java.util.Arrays;

/** A mail as a report of a fault or as a word on a ticket. */
public final class Letter {

    private static final String TICKET_TAG = "\\[?\\bIS-\\d{7}-\\d\\b\\]?";
    private static final String REPLY_PREFIXES = "^(\\s*(re|aw|fwd?|wg|sv|отг|отн|пр|препр)\\s*(\\[\\d+\\])?\\s*:)+";
    private static final int LONGEST_SUMMARY = 200;

    private final Mail mail;
    private final StructuredBody body;

    public Letter(Mail mail) {
        this.mail = mail;
        this.body = StructuredBody.of(mail.message());
    }

    /** The service that a line of the body names; null when none does. */
    public String serviceId() {
        return body.serviceId();
    }

    /**
     * The report that it makes.
     *
     * @param serviceId as found out elsewhere; null to take what the body says
     * @param introduction stands above the text; null for nothing
     * @param zone where a time without a zone was read off the wall
     */
    public ReportForm report(String serviceId, String introduction, ZoneId zone) {
        String description = (introduction == null ? "" : introduction + "\n\n") + text();
        return body.form(serviceId, summary(), description.strip(), zone);
    }

    /** What it answers to the centre's questions. */
    public ReportForm answers(ZoneId zone) {
        return body.form(null, null, null, zone);
    }

    /** Whether it answers any question. */
    public boolean hasAnswers() {
        return !body.isEmpty();
    }

    /** What the sender says, and what of it was not taken. */
    public String text() {
        String said = mail.message().isBlank()
                ? "(The mail has no text.)"
                : mail.message().strip();
        return mail.remarks().isEmpty() ? said : said + "\n\n[" + remarks() + "]";
    }

    /** What of it was not taken; empty when all was. */
    public String remarks() {
        return String.join(" ", mail.remarks());
    }

    private String summary() {
        String subject = mail.subject()
                .replaceAll(TICKET_TAG, " ")
                .replaceAll("(?iu)" + REPLY_PREFIXES, "")
                .replaceAll("\\s+", " ")
                .strip();
        return subject.isEmpty() ? firstLine() : subject;
    }

    private String firstLine() {
        return Arrays.stream(mail.message().split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.length() <= LONGEST_SUMMARY ? line : line.substring(0, LONGEST_SUMMARY))
                .orElse("Mail without a subject");
    }
}
