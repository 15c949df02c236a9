package com.interspace.local.launch;

import com.interspace.local.identity.Identity;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody needs to know who has just started the system: addresses, users, a first call. */
record Welcome(Options options) {

    private static final String TEXT =
            """

            The one origin      %1$s            /v1/... /tmf-api/... /token
            ticket              http://localhost:%2$d/q/swagger-ui
            escalation          http://localhost:%3$d/q/swagger-ui
            notification        http://localhost:%4$d/q/swagger-ui
            rfo                 http://localhost:%5$d/q/swagger-ui
            Mail                http://localhost:%6$d/messages      SMTP %7$d, IMAP %8$d
            Webhook inbox       http://localhost:%9$d/received
            PostgreSQL          jdbc:postgresql://localhost:%10$d/interspace    role and password: ticket, escalation, notification, rfo
            Kafka               127.0.0.1:%11$d

            People (password = name)    %12$s
            Clients (secret = name)     %13$s

            A first call:
              TOKEN=$(curl -s %1$s/token -d grant_type=password -d client_id=panel -d username=anna@acme.example -d password=anna@acme.example | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
              curl -s %1$s/v1/services -H "Authorization: Bearer $TOKEN"
            """;

    String text() {
        Ports ports = options.ports();
        return TEXT.formatted(
                options.origin(),
                ports.of(Port.TICKET),
                ports.of(Port.ESCALATION),
                ports.of(Port.NOTIFICATION),
                ports.of(Port.RFO),
                ports.of(Port.MAIL),
                ports.of(Port.SMTP),
                ports.of(Port.IMAP),
                ports.of(Port.WEBHOOKS),
                ports.of(Port.POSTGRESQL),
                ports.of(Port.KAFKA),
                names(Identity.Kind.person),
                names(Identity.Kind.client));
    }

    private static String names(Identity.Kind kind) {
        List<Identity> identities = Identity.all();
        return identities.stream()
                .filter(identity -> identity.kind() == kind)
                .map(identity -> identity.name() + " (" + String.join(", ", identity.roles()) + ")")
                .collect(Collectors.joining(", "));
    }
}
