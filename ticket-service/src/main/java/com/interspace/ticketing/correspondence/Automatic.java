package com.interspace.ticketing.correspondence;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a mail that a machine sent from one that a person wrote (RFC 3834, RFC 3464, and what mail systems do that do
 * not follow them). Such a mail never opens a ticket and is never answered: two machines would go on for ever.
 */
public final class Automatic {

    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");

    /** Headers that only automatic answers carry. */
    private static final Set<String> TELLTALE =
            Set.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-auto-response");

    private static final Pattern MACHINE = Pattern.compile("(mailer-daemon|postmaster|no-?reply|bounces?)@.*");

    /** How automatic answers begin whose mail system gives no other sign. */
    private static final Pattern SUBJECT = Pattern.compile(
            "\\s*(automatic reply|auto(matic)?[ -]?(reply|response)|autoreply|out of (the )?office( autoreply)?"
                    + "|abwesenheits(notiz|assistent)|автоматичен отговор|автоматический ответ"
                    + "|автоматична відповідь|автоматски одговор|samodejni odgovor)\\s*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private Automatic() {}

    /**
     * @param own our own addresses, in lower case
     * @return why it is not from a person; empty when nothing says so
     */
    public static Optional<String> sign(Mail mail, Set<String> own, Marks marks) {
        if (mail.sender() != null && own.contains(mail.sender())) {
            return Optional.of("it comes from an address of ours");
        }
        if (marks.isOurs(mail)) {
            return Optional.of("it is a message of ours that came back");
        }
        return bounce(mail).or(() -> automaticAnswer(mail));
    }

    private static Optional<String> bounce(Mail mail) {
        if (mail.first("Return-Path").filter(path -> path.trim().equals("<>")).isPresent()) {
            return Optional.of("its return path is empty");
        }
        if (word(mail, "Content-Type").startsWith("multipart/report")) {
            return Optional.of("it is a report of a mail system");
        }
        if (mail.sender() != null && MACHINE.matcher(mail.sender()).matches()) {
            return Optional.of("it comes from a machine");
        }
        return Optional.empty();
    }

    private static Optional<String> automaticAnswer(Mail mail) {
        String submitted = word(mail, "Auto-Submitted");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of("Auto-Submitted: " + submitted);
        }
        String precedence = word(mail, "Precedence");
        if (BULK.contains(precedence)) {
            return Optional.of("Precedence: " + precedence);
        }
        String suppress = mail.first("X-Auto-Response-Suppress").orElse("").toLowerCase(Locale.ROOT);
        if (suppress.contains("all") || suppress.contains("oof") || suppress.contains("autoreply")) {
            return Optional.of("X-Auto-Response-Suppress: " + suppress);
        }
        Optional<String> telltale = TELLTALE.stream()
                .filter(name -> !mail.all(name).isEmpty())
                .sorted()
                .findFirst();
        if (telltale.isPresent()) {
            return Optional.of(telltale.get() + " is there");
        }
        return SUBJECT.matcher(mail.subject()).matches()
                ? Optional.of("its subject is that of an automatic answer")
                : Optional.empty();
    }

    /** The header's value up to its first parameter or comment, in lower case; empty when it is not there. */
    private static String word(Mail mail, String header) {
        return mail.first(header).orElse("").split("[;(]", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
