package com.interspace.notification.adapter.documents;

import com.interspace.notification.audience.Document;
import com.interspace.notification.channel.NotNow;
import com.interspace.notification.config.NotificationConfig;
import com.interspace.notification.delivery.Documents;
import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Fetches issued documents from the services that issued them, in the name of this service. */
@ApplicationScoped
class IssuedDocuments implements Documents {

    private static final Logger LOG = Logger.getLogger(IssuedDocuments.class);

    private final DocumentDoor door;
    private final OidcClient tokens;
    private final Duration patience;

    @Inject
    IssuedDocuments(@RestClient DocumentDoor door, OidcClient tokens, NotificationConfig config) {
        this.door = door;
        this.tokens = tokens;
        this.patience = config.delivery().documentTimeout().dividedBy(2);
    }

    @Override
    public byte[] fetch(Document document) {
        try {
            String bearer =
                    "Bearer " + tokens.getTokens().await().atMost(patience).getAccessToken();
            return switch (document.kind()) {
                case ESCALATION_MATRIX -> door.matrix(bearer, document.ownerId(), document.version());
                case RFO -> door.rfo(bearer, document.ownerId());
            };
        } catch (WebApplicationException answered) {
            throw new NotNow("The document " + document.number() + " is not given out now: status "
                    + answered.getResponse().getStatus());
        } catch (RuntimeException unreachable) {
            LOG.warnf("The document %s cannot be fetched: %s", document.number(), unreachable);
            throw new NotNow("The document " + document.number() + " cannot be fetched now");
        }
    }
}
