package com.interspace.rfo.outage;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ticket event says has happened.
 *
 * @param word the type between {@code com.interspace.ticket.} and {@code .v1}, such as {@code status-changed}
 * @param party who did it: customer, partner, centre, provisioner or system
 * @param from status or priority before; may be null, as everything below
 * @param text of a note
 * @param clock response, update or repair
 * @param due when the clock's target was or is due
 * @param role what another ticket is to this one: parent, child, duplicate, predecessor or follow-up
 */
public record TicketChange(
        String word,
        Instant at,
        String party,
        String from,
        String to,
        String reason,
        String visibility,
        String text,
        String clock,
        Instant due,
        String role) {

    private static final Set<String> ASIDE = Set.of(
            "note-added", "attachment-added", "corrected", "sla-warned", "sla-breached", "policy-applied", "linked");

    private static final Map<String, String> PARTIES = Map.of(
            "customer", "the customer",
            "partner", "the partner",
            "centre", "the service centre",
            "provisioner", "provisioning",
            "system", "the system");

    /**
     * The words for the timeline. Empty when the customer may not read of it: a note that is not expressly public. Other
     * tickets are never named, they may be somebody else's; nor is why a manager applied another policy.
     */
    public Optional<String> told(TicketState after) {
        return Optional.ofNullable(
                switch (word) {
                    case "opened" -> "Ticket opened by " + who() + ": " + after.summary();
                    case "status-changed" -> "Status changed from " + from + " to " + to + because();
                    case "priority-changed" -> "Priority changed from " + from + " to " + to;
                    case "information-required" -> "Missing information was asked for";
                    case "information-completed" -> "The missing information was given";
                    case "corrected" -> "What was reported was put right by " + who();
                    case "note-added" -> "public".equals(visibility) ? capital(who()) + " wrote: " + text : null;
                    case "attachment-added" -> "A file was attached by " + who();
                    case "deferral-proposed" -> "Waiting until the next business day was proposed by " + who();
                    case "deferred" -> "Waiting until the next business day was agreed";
                    case "deferral-refused" -> "Waiting until the next business day was refused by " + who();
                    case "deferral-lapsed" -> "The proposal to wait was not answered in time";
                    case "sla-warned" -> capital(clock) + " target close: due at " + due;
                    case "sla-breached" -> capital(clock) + " target missed: was due at " + due;
                    case "policy-applied" ->
                        "Targets follow version " + to + " of the service policy, no longer version " + from;
                    case "resolved" -> "Resolved: " + after.resolution();
                    case "resolution-refused" -> "The resolution was refused by " + who() + because();
                    case "reopened" -> "Reopened by " + who() + because();
                    case "closed" ->
                        "timeout".equals(reason)
                                ? "Closed: nobody objected to the resolution"
                                : "Closed, confirmed by " + who();
                    case "cancelled" -> "Cancelled by " + who() + because();
                    case "rejected" -> "Rejected by " + who() + because();
                    case "merged" -> "Merged into another ticket on the same fault";
                    case "linked" -> linked();
                    default -> null;
                });
    }

    private String linked() {
        return switch (role == null ? "parent" : role) {
            case "child" -> "Another ticket was recognised as part of this fault";
            case "duplicate" -> "Another report of this fault was merged into this ticket";
            case "predecessor" -> "Opened as the follow-up of a ticket that had come to its end";
            case "follow-up" -> "A follow-up ticket was opened";
            default -> "Recognised as part of a wider fault";
        };
    }

    /** What it says of the fault; empty for what does not touch it. */
    public Optional<ImpactStep> step(String eventId, String ticketId, long sequence, TicketState after) {
        if (ASIDE.contains(word)) {
            return Optional.empty();
        }
        String status = "merged".equals(word) ? "merged" : after.status();
        return Optional.of(new ImpactStep(eventId, ticketId, sequence, at, status, after.impact()));
    }

    private String who() {
        return PARTIES.getOrDefault(party, "the system");
    }

    private String because() {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private static String capital(String words) {
        return words == null ? "A" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
