package com.interspace.notification.audience;

/** Who may have to be told of something; the table of who is told of what is {@link Occasion}. */
public enum Audience {

    /** The contact who reported the ticket. */
    REPORTER("reporter", Party.CUSTOMER),

    /** The contact who asked for the RFO; nobody when the centre asked. */
    REQUESTER("requester", Party.CUSTOMER),

    /** Every contact of the service. */
    SERVICE_CONTACTS("service-contacts", Party.CUSTOMER),

    /** The service's contacts with the role escalation or technical; every contact when none has it. */
    ESCALATION_CONTACTS("escalation-contacts", Party.CUSTOMER),

    /** Our own people on a level of the escalation matrix. */
    LEVEL_PERSONS("level-persons", Party.TEAM);

    private final String word;
    private final Party party;

    Audience(String word, Party party) {
        this.word = word;
        this.party = party;
    }

    public Party party() {
        return party;
    }

    @Override
    public String toString() {
        return word;
    }
}
