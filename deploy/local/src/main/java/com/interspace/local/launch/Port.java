package com.interspace.local.launch;

/** What listens, and on which port unless the ports are moved. */
public enum Port {
    ORIGIN(8080, "the one origin"),
    TICKET(8081, "ticket-service"),
    ESCALATION(8082, "escalation-service"),
    NOTIFICATION(8083, "notification-service"),
    RFO(8084, "rfo-service"),
    POSTGRESQL(5433, "PostgreSQL"),
    KAFKA(9092, "Kafka"),
    SMTP(1025, "SMTP"),
    IMAP(1143, "IMAP"),
    MAIL(8025, "mail over HTTP"),
    WEBHOOKS(8090, "the webhook inbox"),
    /** Its own door, with the administration; everybody else meets it at the one origin. */
    KEYCLOAK(8085, "Keycloak");

    final int standard;
    final String owner;

    Port(int standard, String owner) {
        this.standard = standard;
        this.owner = owner;
    }
}
