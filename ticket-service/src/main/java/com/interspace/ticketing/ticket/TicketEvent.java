package com.interspace.ticketing.ticket;

import com.interspace.ticketing.priority.Priority;
import com.interspace.ticketing.sla.ClockName;
import com.interspace.ticketing.ticket.MissingInformation.Question;
import com.interspace.ticketing.ticket.Report.Correction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that can happen to a ticket, on one page. The components are the {@code change} of the event on the
 * wire and the detail of the history row, so no event names people other than by id.
 */
public sealed interface TicketEvent {

    /** The event's word on the wire, as in {@code com.interspace.ticket.<word>.v1}. */
    String word();

    /** A customer, a partner or the centre on somebody's behalf reported a fault. */
    record Opened(Channel channel) implements TicketEvent {
        @Override
        public String word() {
            return "opened";
        }
    }

    /**
     * The reporter is asked for what is missing.
     *
     * @param ask 1 for the first time, 2 for the reminder
     */
    record InformationRequired(int ask, List<Question> missing) implements TicketEvent {

        static InformationRequired of(MissingInformation missing) {
            return new InformationRequired(missing.asks(), missing.questions());
        }

        @Override
        public String word() {
            return "information-required";
        }
    }

    /**
     * Somebody answered.
     *
     * @param given the fields that were answered
     * @param remaining what is still asked for; empty when all is there
     * @param note what an agent who answered for the reporter noted; otherwise null
     */
    record InformationCompleted(List<String> given, List<Question> remaining, String note) implements TicketEvent {

        static InformationCompleted of(Completion answer, String note) {
            return new InformationCompleted(answer.given(), answer.remaining().questions(), note);
        }

        @Override
        public String word() {
            return "information-completed";
        }
    }

    /**
     * Work began, waits, or goes on.
     *
     * @param party whom or what a held ticket waits for; otherwise null
     */
    record StatusChanged(Status from, Status to, String reason, String party) implements TicketEvent {
        @Override
        public String word() {
            return "status-changed";
        }
    }

    /**
     * The centre put right what was reported.
     *
     * @param note why
     */
    record Corrected(List<Correction> corrections, String note) implements TicketEvent {
        @Override
        public String word() {
            return "corrected";
        }
    }

    /**
     * Impact or urgency is judged anew, and the matrix answers with the priority, be it the same.
     *
     * @param judgements what was judged otherwise before
     */
    record PriorityChanged(Priority from, Priority to, List<Correction> judgements, String note)
            implements TicketEvent {
        @Override
        public String word() {
            return "priority-changed";
        }
    }

    /** Somebody wrote something down. The text of an internal note stays in the house: it is null here. */
    record NoteAdded(UUID noteId, Visibility visibility, String text) implements TicketEvent {
        @Override
        public String word() {
            return "note-added";
        }
    }

    /** Somebody added a file; size in bytes, digest hexadecimal. */
    record AttachmentAdded(UUID attachmentId, String fileName, String contentType, long size, String sha256)
            implements TicketEvent {
        @Override
        public String word() {
            return "attachment-added";
        }
    }

    /** One side proposes to wait until the next business day. */
    record DeferralProposed(String reason, Instant until) implements TicketEvent {
        @Override
        public String word() {
            return "deferral-proposed";
        }
    }

    /** Both sides agreed: every clock stands still until then. */
    record Deferred(Status from, Instant until, String proposedBy) implements TicketEvent {
        @Override
        public String word() {
            return "deferred";
        }
    }

    /** The other side does not want to wait. */
    record DeferralRefused(Instant until) implements TicketEvent {
        @Override
        public String word() {
            return "deferral-refused";
        }
    }

    /** Nobody answered before the next business day began. */
    record DeferralLapsed(Instant until) implements TicketEvent {
        @Override
        public String word() {
            return "deferral-lapsed";
        }
    }

    /** A manager put the ticket under another version of the policy. */
    record PolicyApplied(int from, int to, String reason) implements TicketEvent {
        @Override
        public String word() {
            return "policy-applied";
        }
    }

    /** Cancelled, because it goes on in another ticket of the same account. */
    record Merged(Status from, String into) implements TicketEvent {
        @Override
        public String word() {
            return "merged";
        }
    }

    /**
     * Joined with another ticket.
     *
     * @param role what the other ticket is to this one: parent, child, duplicate, predecessor or follow-up
     * @param ticketId the other ticket; null when it is another account's, which this one's customer must not learn
     */
    record Linked(String role, String ticketId) implements TicketEvent {

        static Linked to(Ticket other, Ticket own, String role) {
            return new Linked(role, other.account().equals(own.account()) ? other.id() : null);
        }

        @Override
        public String word() {
            return "linked";
        }
    }

    /** Three quarters of a target have passed. */
    record SlaWarned(ClockName clock, Instant due, int cycle) implements TicketEvent {
        @Override
        public String word() {
            return "sla-warned";
        }
    }

    /** A target has been missed. */
    record SlaBreached(ClockName clock, Instant due, int cycle) implements TicketEvent {
        @Override
        public String word() {
            return "sla-breached";
        }
    }

    /** The centre says that the fault is gone. */
    record Resolved(Status from, String resolution) implements TicketEvent {
        @Override
        public String word() {
            return "resolved";
        }
    }

    /** The customer says that it is not. */
    record ResolutionRefused(Status from, String reason) implements TicketEvent {
        @Override
        public String word() {
            return "resolution-refused";
        }
    }

    /** The centre found out for itself that it is not. */
    record Reopened(Status from, String reason) implements TicketEvent {
        @Override
        public String word() {
            return "reopened";
        }
    }

    /** Confirmed by the customer, closed by the centre, or by itself after 72 hours. */
    record Closed(Status from, String reason) implements TicketEvent {
        @Override
        public String word() {
            return "closed";
        }
    }

    record Cancelled(Status from, String reason) implements TicketEvent {
        @Override
        public String word() {
            return "cancelled";
        }
    }

    record Rejected(Status from, String reason) implements TicketEvent {
        @Override
        public String word() {
            return "rejected";
        }
    }
}
