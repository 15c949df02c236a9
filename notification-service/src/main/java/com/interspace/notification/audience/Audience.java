package com.interspace.notification.audience;

/** Who may have to be told of something; the table of who is told of what is {@link Occasion}. */
public enum Audience {

    /** The contact who reported the ticket. */
    REPORTER("reporter", Party.CUSTOMER, ""),

    /** The service's contacts with the role watcher. */
    WATCHERS("watchers", Party.CUSTOMER, ""),

    /** The contact who asked for the RFO; nobody when the centre asked. */
    REQUESTER("requester", Party.CUSTOMER, ""),

    /** Every contact of the service. */
    SERVICE_CONTACTS("service-contacts", Party.CUSTOMER, ""),

    /** The service's contacts with the role escalation or technical; every contact when none has it. */
    ESCALATION_CONTACTS("escalation-contacts", Party.CUSTOMER, ""),

    /** The partners who subscribed to it, over their webhooks. */
    SUBSCRIPTIONS("subscriptions", Party.PARTNER, ""),

    /** Our own people on a level of the escalation matrix. */
    LEVEL_PERSONS("level-persons", Party.TEAM, "you stand in the escalation matrix of this service"),

    /** The mailbox of the desk; not told of what the centre does itself. */
    OPERATIONS("operations", Party.TEAM, "this mailbox is the desk of the service centre"),

    /** The centre's manager. */
    MANAGER("manager", Party.TEAM, "you manage the service centre"),

    /** The chat room of operations. */
    CHAT("chat", Party.TEAM, "");

    private final String word;
    private final Party party;
    private final String because;

    Audience(String word, Party party, String because) {
        this.word = word;
        this.party = party;
        this.because = because;
    }

    public Party party() {
        return party;
    }

    /** Why one of our own people is told; goes on after "You get this because". */
    public String because() {
        return because;
    }

    @Override
    public String toString() {
        return word;
    }
}
