package com.interspace.ticketing.correspondence;

/** What a mail is to become. */
public sealed interface Verdict {

    /** Whoever carries verdicts out. */
    interface Desk {

        void ignore(Ignore verdict);

        void quarantine(Quarantine verdict);

        void open(Open verdict);

        void note(Note verdict);
    }

    void carryOut(Desk desk);

    /** Nothing: it is not from a person. */
    record Ignore(String why) implements Verdict {
        @Override
        public void carryOut(Desk desk) {
            desk.ignore(this);
        }
    }

    /** It waits for an agent, and its sender hears nothing. */
    record Quarantine(String why) implements Verdict {
        @Override
        public void carryOut(Desk desk) {
            desk.quarantine(this);
        }
    }

    /**
     * A new ticket.
     *
     * @param serviceId the service that it is about; null when it names none of the sender's
     * @param followUpOf the ticket that has come to its end and that it answers; null when it does not
     */
    record Open(Correspondent from, String serviceId, String followUpOf) implements Verdict {
        @Override
        public void carryOut(Desk desk) {
            desk.open(this);
        }
    }

    /** A word on a ticket. */
    record Note(Correspondent from, String ticketId) implements Verdict {
        @Override
        public void carryOut(Desk desk) {
            desk.note(this);
        }
    }
}
