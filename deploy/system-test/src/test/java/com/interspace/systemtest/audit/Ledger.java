package com.interspace.systemtest.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the system was asked for and what it promised: whoever works with it writes down each answer that was given. */
public final class Ledger {

    /** A change of a ticket that was answered as done: the ticket has at least this version. */
    public record Change(String ticketId, long version) {}

    /** A note that was answered as written down. */
    public record Said(String ticketId, String noteId) {}

    /** Words that stand in one ticket alone, with the id that was answered; the id is empty while no answer came. */
    private final Map<String, String> reports = new ConcurrentHashMap<>();

    private final Set<Change> changes = ConcurrentHashMap.newKeySet();
    private final Set<Said> notes = ConcurrentHashMap.newKeySet();
    private final Set<String> mails = ConcurrentHashMap.newKeySet();
    private final Set<String> rfos = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    /** A fault is going to be reported under a summary that no other ticket has. */
    public void asksFor(String summary) {
        reports.putIfAbsent(summary, "");
    }

    public void opened(String summary, String ticketId) {
        reports.put(summary, ticketId);
    }

    public void changed(String ticketId, long version) {
        changes.add(new Change(ticketId, version));
    }

    public void said(String ticketId, String noteId) {
        notes.add(new Said(ticketId, noteId));
    }

    /** A mail that the mail server took, by its subject, which no other mail has. */
    public void mailed(String subject) {
        mails.add(subject);
    }

    public void requestedRfo(String id) {
        rfos.add(id);
    }

    /** An answer that nobody may get, whatever breaks. */
    public void complains(String about) {
        complaints.add(about);
    }

    public Map<String, String> reports() {
        return Map.copyOf(reports);
    }

    public Set<Change> changes() {
        return Set.copyOf(changes);
    }

    public Set<Said> notes() {
        return Set.copyOf(notes);
    }

    public Set<String> mails() {
        return Set.copyOf(mails);
    }

    public Set<String> rfos() {
        return Set.copyOf(rfos);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public String toString() {
        long opened = reports.values().stream().filter(id -> !id.isEmpty()).count();
        return opened + " of " + reports.size() + " reports, " + changes.size() + " changes, " + notes.size()
                + " notes, " + mails.size() + " mails, " + rfos.size() + " RFOs";
    }
}
